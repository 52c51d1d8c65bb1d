package org.cadreledger.chaos;

import java.io.IOException;

/** Enters the users and the counties that the clerks need, before anything is broken. */
final class Opening {
    /** Of every user; they live as long as the run. */
    static final String PASSWORD = "chaos-on-loopback-only";

    private static final String ADMIN = "admin";
    private static final String CATALOGUE = "catalogue";

    private final String run;
    private final Http http;
    private final int port;

    Opening(String run, Http http, int port) {
        this.run = run;
        this.http = http;
        this.port = port;
    }

    void enter() throws IOException {
        http.signIn(port, ADMIN, PASSWORD);
        user(Books.REVIEWER, "REVIEWER", "");
        user(Books.APPROVER, "APPROVER", "");
        user(CATALOGUE, "CATALOGUE_ADMIN", "");
        for (String county : Books.COUNTIES) {
            String settings = "{\"name\":\"" + county + "\",\"firstMonth\":\"" + Books.MONTH + "\"}";
            send(new Call("county", CATALOGUE, "PUT", "/jurisdictions/" + county, settings, run + "/county/" + county));
            user(Books.clerk(county), "UNIT_CLERK", ",\"jurisdiction\":\"" + county + "\",\"unit\":\"office\"");
        }
    }

    private void user(String name, String role, String more) throws IOException {
        String body = "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"displayName\":\"" + name
                + "\",\"roles\":[\"" + role + "\"]" + more + "}";
        send(new Call("user", ADMIN, "POST", "/users", body, run + "/user/" + name));
        http.signIn(port, name, PASSWORD);
    }

    private void send(Call call) throws IOException {
        Http.Answer answer = http.send(port, call);
        if (!answer.isDone()) {
            throw new IOException(call.path() + " was answered with " + answer);
        }
    }
}
