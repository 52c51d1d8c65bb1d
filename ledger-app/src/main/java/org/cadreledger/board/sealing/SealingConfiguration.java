package org.cadreledger.board.sealing;

import org.cadreledger.board.Boards;
import org.cadreledger.dispatch.Commands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the sealing of boards. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
    @Bean
    BoardBell boardBell() {
        return new BoardBell();
    }

    @Bean
    Sealing sealing(Boards boards, Commands commands, BoardBell bell) {
        return new Sealing(boards, commands, bell);
    }
}
