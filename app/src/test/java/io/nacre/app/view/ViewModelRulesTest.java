package io.nacre.app.view;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.nacre.app.view.queue.EncodeQueue;
import io.nacre.app.view.sound.AbPlayer;
import io.nacre.app.view.sound.AbxSeries;
import io.nacre.app.view.sound.SoundSession;

/** The view models that share packages with their controls do not know them. */
@AnalyzeClasses(packages = "io.nacre.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ViewModelRulesTest {
    @ArchTest
    static final ArchRule NO_JAVAFX = noClasses()
            .that()
            .belongToAnyOf(EncodeQueue.class, SoundSession.class, AbPlayer.class, AbxSeries.class)
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAPackage("javafx..");
}
