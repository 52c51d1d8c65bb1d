package org.cadreledger.dispatch;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.cadreledger.store.EventMetaData;
import org.jspecify.annotations.Nullable;

/** Takes the position that a command's commit reached from its unit of work, for the caller. For one command. */
final class ReachedPosition {
    /** Key of the metadata of command messages. */
    static final String REACHED = "reached";

    private volatile @Nullable Long position;

    /** Null when nothing was written. */
    @Nullable
    Long position() {
        return position;
    }

    /** To be registered with the command bus. */
    static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
        @Override
        public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
                throws Exception {
            if (unit.getMessage().getMetaData().get(REACHED) instanceof ReachedPosition reached) {
                unit.onCleanup(done -> {
                    if (done.root().resources().get(EventMetaData.POSITION) instanceof Long position) {
                        reached.position = position;
                    }
                });
            }
            return chain.proceed();
        }
    }
}
