package org.cadreledger.testbed;

import org.springframework.beans.factory.ObjectProvider;

/** A bean that is there already. */
final class Fixed {
    private Fixed() {}

    static <T> ObjectProvider<T> of(T bean) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return bean;
            }
        };
    }
}
