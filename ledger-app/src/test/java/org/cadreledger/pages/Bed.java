package org.cadreledger.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.demo.Options;
import org.cadreledger.demo.Report;
import org.cadreledger.endtoend.Program;
import org.springframework.util.FileSystemUtils;

/**
 * What all tests of the pages share: one program with a demo county of four quarters, today in the middle of a month, and one
 * browser. A test that writes leaves its traces; one that needs a county for itself defines it through {@link #program()}.
 */
public final class Bed implements AutoCloseable {
    /** The demo's county. */
    public static final String COUNTY = "qinghe";

    private final Path folder;
    private final Program program;
    private final Chromium chromium;
    private final List<SignIn> signIns;

    Bed(Chromium chromium) {
        this.chromium = chromium;
        try {
            folder = Files.createTempDirectory("ledger-pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = Program.over(folder);
        Options options = Options.parse(
                "--url",
                program.url(),
                "--admin-password",
                Program.ADMIN_PASSWORD,
                "--size",
                "tiny",
                "--seed",
                "3",
                "--county",
                COUNTY);
        play(options);
        signIns = Demo.signIns(options);
        signIns.forEach(signIn -> program.knows(signIn.user(), signIn.password()));
    }

    private static void play(Options options) {
        try {
            Report report = Demo.run(options, line -> {});
            if (report.errors() > 0) {
                throw new IllegalStateException("the demo county: " + report.details());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what a test prepares or looks up beside the pages; knows the passwords of the demo. */
    public Program program() {
        return program;
    }

    /** @return the demo's first user with that role and no other */
    public SignIn userWith(Role role) {
        return signIns.stream()
                .filter(signIn -> signIn.role().equals(role.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo has no user with only " + role));
    }

    /** @return the demo's user of that name */
    public SignIn user(String name) {
        return signIns.stream()
                .filter(signIn -> signIn.user().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo has no user " + name));
    }

    /** Somebody who has not signed in. */
    public Visit visit(Language language, Screen screen) {
        return new Visit(chromium.newcomer(program.url(), language, screen, true), program.url(), language, screen);
    }

    /** Somebody whose browser runs no scripts, not signed in. */
    public Visit visitWithoutScripts(Language language, Screen screen) {
        return new Visit(chromium.newcomer(program.url(), language, screen, false), program.url(), language, screen);
    }

    /** Signed in, on the start page. */
    public Visit visit(Language language, Screen screen, SignIn user) {
        Visit visit = visit(language, screen);
        visit.signIn(user.user(), user.password());
        return visit;
    }

    /** Signed in, on the start page. */
    Visit visit(Look look, SignIn user) {
        return visit(look.language(), look.screen(), user);
    }

    @Override
    public void close() throws IOException {
        program.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
