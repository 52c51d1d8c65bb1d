package org.cadreledger.pages;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the bed, or the browser alone, when the first test asks for it; JUnit closes both after the last test of the run. */
final class BedKeeper implements ParameterResolver {
    private static final Namespace PAGES = Namespace.create(BedKeeper.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Bed.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store kept = context.getRoot().getStore(PAGES);
        Chromium chromium = kept.computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        return parameter.getParameter().getType() == Chromium.class
                ? chromium
                : kept.computeIfAbsent(Bed.class, key -> new Bed(chromium), Bed.class);
    }
}
