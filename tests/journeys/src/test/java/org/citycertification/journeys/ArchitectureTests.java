package org.citycertification.journeys;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Who may import whom. */
@AnalyzeClasses(
        packages = "org.citycertification",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTests.DoNotIncludeTestJars.class})
class ArchitectureTests {

    /** The helpers that a module's tests lend to other modules' tests lie in jars of their own. */
    static class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/testing/");
        }
    }

    private static final String[] SERVICES = {
        "org.citycertification.intake..",
        "org.citycertification.scoring..",
        "org.citycertification.review..",
        "org.citycertification.notification.."
    };

    /** Pure although outside the packages below: a value in, a value out. */
    private static final Set<String> PURE = Set.of(
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException",
            "java.nio.charset.Charset",
            "java.nio.charset.StandardCharsets",
            "java.net.URI",
            "java.net.URISyntaxException");

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                            "java.lang..",
                            "java.math..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify.annotations..",
                            "..domain..")
                    .and(DescribedPredicate.describe("are not pure", type -> !PURE.contains(type.getName()))));

    @ArchTest
    static final ArchRule DOMAIN_IS_TOLD_THE_TIME_AND_NEW_IDS = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule SERVICES_USE_JACKSON_3 = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule INTAKE_KNOWS_NO_OTHER_SERVICE = knowsNoOther("intake", "scoring", "review", "notification");

    @ArchTest
    static final ArchRule SCORING_KNOWS_NO_OTHER_SERVICE = knowsNoOther("scoring", "intake", "review", "notification");

    @ArchTest
    static final ArchRule REVIEW_KNOWS_NO_OTHER_SERVICE = knowsNoOther("review", "intake", "scoring", "notification");

    @ArchTest
    static final ArchRule NOTIFICATION_KNOWS_NO_OTHER_SERVICE =
            knowsNoOther("notification", "intake", "scoring", "review");

    @ArchTest
    static final ArchRule MESSAGING_KNOWS_THE_WIRE_FORMAT_AND_NO_CONTRACT_BUT_ITS_OWN = noClasses()
            .that()
            .resideInAPackage("org.citycertification.messaging..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("contracts") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("org.citycertification.")
                            && !type.getPackageName().startsWith("org.citycertification.messaging")
                            && !type.getPackageName().equals("org.citycertification.schemas.wire")
                            && !type.getPackageName().startsWith("org.citycertification.schemas.deadletter");
                }
            });

    @ArchTest
    static final ArchRule PAGES_KNOW_THE_HTTP_SIDE_AND_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.citycertification.pages..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("are ours, and not of pages or http") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("org.citycertification.")
                            && !type.getPackageName().startsWith("org.citycertification.pages")
                            && !type.getPackageName().startsWith("org.citycertification.http");
                }
            });

    private static ArchRule knowsNoOther(String service, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("org.citycertification." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(java.util.Arrays.stream(others)
                        .map(other -> "org.citycertification." + other + "..")
                        .toArray(String[]::new));
    }
}
