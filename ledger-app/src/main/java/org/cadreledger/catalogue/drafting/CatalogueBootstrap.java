package org.cadreledger.catalogue.drafting;

import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes version 1 of the catalogue into an empty log, before the first request comes in. */
@Component
public class CatalogueBootstrap implements SmartLifecycle {
    private static final Actor PROGRAM = new Actor("system", Set.of(Role.PUBLISHER), null, null, null);

    /** One for ever: a later release with another default must not look like a misused key. */
    private static final CommandKey KEY = new CommandKey("system/catalogue-1", null);

    /** The web server starts 2,048 below the last phase. */
    private static final int BEFORE_WEB_SERVER = 3_000;

    private final Commands commands;
    private final FreshFolds facts;
    private volatile boolean done;

    public CatalogueBootstrap(Commands commands, FreshFolds facts) {
        this.commands = commands;
        this.facts = facts;
    }

    /** Idempotent, also against another node that starts at the same moment. */
    @Override
    public void start() {
        if (facts.catalogues().highest() == 0) {
            commands.send(new InstallCatalogue(DefaultCatalogue.load()), PROGRAM, KEY);
        }
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After the command handlers are there, before the web server lets requests in. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - BEFORE_WEB_SERVER;
    }
}
