package org.citycertification.schemas.wire;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Avro instantiates only classes that it is told to trust, since a writer's schema names them; these are the contracts' own. */
final class TrustedClasses {
    private static final String CONTRACTS = "org.citycertification.schemas.";

    private TrustedClasses() {}

    /** Adds the generated classes to those trusted already; repeating it does no harm. */
    static void trustContracts() {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(type -> type.getName().startsWith(CONTRACTS) || before.isTrusted(type));
    }
}
