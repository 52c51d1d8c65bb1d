package org.cadreledger.wiring;

import org.cadreledger.facts.FoldReader;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.StreamFolds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts come from the store's caching fold reader. */
@Configuration(proxyBeanMethods = false)
class FactsConfiguration {
    @Bean
    FoldReader foldReader(StreamFolds folds) {
        return folds::fold;
    }

    @Bean
    FreshFolds freshFolds(FoldReader reader) {
        return new FreshFolds(reader);
    }

    @Bean
    LogEnd logEnd(CommitLog log) {
        return () -> log.tail().position();
    }
}
