package io.nacre.app.view;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What the viewer's packages may know of each other. */
@AnalyzeClasses(packages = "io.nacre.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ViewRulesTest {
    @ArchTest
    static final ArchRule MODELS_KNOW_NO_WINDOW = noClasses()
            .that()
            .resideInAnyPackage("io.nacre.app.view.model..", "io.nacre.app.view.render..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "io.nacre.app.view", "io.nacre.app.view.compare..");

    @ArchTest
    static final ArchRule ONLY_THE_VIEWER_KNOWS_JAVAFX = noClasses()
            .that()
            .resideOutsideOfPackage("io.nacre.app.view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            SlicesRuleDefinition.slices().matching("io.nacre.app.(**)").should().beFreeOfCycles();
}
