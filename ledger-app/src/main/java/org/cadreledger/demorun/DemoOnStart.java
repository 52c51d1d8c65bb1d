package org.cadreledger.demorun;

import java.io.IOException;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.demo.Demo;
import org.cadreledger.demo.Options;
import org.cadreledger.demo.Report;
import org.cadreledger.read.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * With {@code ledger.demo=true} and no cadre registered: plays the demo county against the program's own port, in the background,
 * and then says who may sign in.
 */
@Component
@ConditionalOnProperty(name = "ledger.demo", havingValue = "true")
class DemoOnStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoOnStart.class);
    private static final String PASSWORD = "ledger.security.bootstrap-password";

    private final Cadres cadres;
    private final Environment environment;

    DemoOnStart(Cadres cadres, Environment environment) {
        this.cadres = cadres;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        String password = environment.getProperty(PASSWORD);
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (password == null || port == null) {
            LOG.warn("No demo: it signs in as admin over HTTP, so it needs {} and a web server", PASSWORD);
        } else if (isEmpty()) {
            Thread.ofPlatform().name("demo").daemon().start(() -> load(Options.demo(port, password)));
        } else {
            LOG.info(
                    "No demo: cadres are registered already. Sign-ins, if a demo made them: {}",
                    Demo.signInTable(Options.demo(port, password)));
        }
    }

    private boolean isEmpty() {
        return cadres.find(null, null, new PageRequest(1, null)).items().isEmpty();
    }

    private static void load(Options options) {
        LOG.info("Loading the demo county through {}", options.url());
        try {
            Report report = Demo.run(options, LOG::debug);
            report.details().forEach(detail -> LOG.warn("Demo: {}", detail));
            LOG.info(
                    "The demo county is ready at {}: {} calls in {} s, errors {}{}",
                    options.url(),
                    report.calls(),
                    report.seconds(),
                    report.errors(),
                    Demo.signInTable(options));
        } catch (IOException e) {
            LOG.error("The demo county could not be loaded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
