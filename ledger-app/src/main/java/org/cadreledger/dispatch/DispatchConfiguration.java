package org.cadreledger.dispatch;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.UnloggedAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the front door; a {@link Clock} in the context takes the place of the system's. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {
    @Bean
    Commands commands(
            CommandBus bus, CommitLog log, UnloggedAnswers unlogged, EventTypes types, ObjectProvider<Clock> clock) {
        bus.registerHandlerInterceptor(new ReachedPosition.Interceptor());
        return new AxonCommands(bus, log, unlogged, types, clock.getIfAvailable(Clock::systemUTC));
    }
}
