package org.cadreledger.dispatch;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.cadreledger.access.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives command handlers the {@link CommandContext} that came with their command. */
@Component
public class CommandContextResolver implements ParameterResolverFactory {
    /** Key of the metadata of command messages. */
    static final String CONTEXT = "context";

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == CommandContext.class ? new FromMetaData() : null;
    }

    private static final class FromMetaData implements ParameterResolver<@Nullable Object> {
        @Override
        public @Nullable Object resolveParameterValue(Message<?> message) {
            return message.getMetaData().get(CONTEXT);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getMetaData().get(CONTEXT) instanceof CommandContext;
        }
    }
}
