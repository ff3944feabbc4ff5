package io.nacre.samples;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Dependencies run one way: entropy, models, codec, app and samples; and no two packages need each other. */
@AnalyzeClasses(packages = "io.nacre", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDirectionTest {
    @ArchTest
    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.nacre..")
            .layer("entropy")
            .definedBy("io.nacre.entropy..")
            .layer("models")
            .definedBy("io.nacre.models..")
            .layer("codec")
            .definedBy("io.nacre.codec..")
            .layer("app")
            .definedBy("io.nacre.app..")
            .layer("samples")
            .definedBy("io.nacre.samples..")
            .whereLayer("samples")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("codec")
            .mayOnlyBeAccessedByLayers("app", "samples")
            .whereLayer("models")
            .mayOnlyBeAccessedByLayers("codec", "app")
            .whereLayer("entropy")
            .mayOnlyBeAccessedByLayers("models", "codec", "app");

    @ArchTest
    static final ArchRule NO_CYCLES =
            SlicesRuleDefinition.slices().matching("io.nacre.(*).(**)").should().beFreeOfCycles();
}
