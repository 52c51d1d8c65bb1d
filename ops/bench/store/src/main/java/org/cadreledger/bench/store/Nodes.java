package org.cadreledger.bench.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Several processes that write into one log at once, beside one process with as many clients as all of them. */
final class Nodes {
    private static final int CLIENTS = 64;
    private static final double WARM_SECONDS = 25;

    private final Settings settings;
    private final MongoClient client;
    private final Report report;

    Nodes(Settings settings, MongoClient client, Report report) {
        this.settings = settings;
        this.client = client;
        this.report = report;
    }

    void compare() throws IOException {
        for (int round = 0; round < settings.rounds(); round++) {
            System.out.println("-- round " + (round + 1));
            boolean oneFirst = round % 2 == 0;
            if (oneFirst) {
                round("one node", round, 1, CLIENTS * settings.nodes());
            }
            round(settings.nodes() + " nodes", round, settings.nodes(), CLIENTS);
            if (!oneFirst) {
                round("one node", round, 1, CLIENTS * settings.nodes());
            }
        }
    }

    private void round(String what, int round, int processes, int clients) throws IOException {
        String name = "bench_" + ProcessHandle.current().pid() + "_nodes" + processes + "_" + round;
        List<Node> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                nodes.add(Node.start(settings, name, clients));
            }
            for (Node node : nodes) {
                node.expect("ready");
            }
            nodes.forEach(Node::go);
            double total = 0;
            double least = Double.MAX_VALUE;
            double most = 0;
            for (Node node : nodes) {
                double rate = Double.parseDouble(node.expect("rate"));
                total += rate;
                least = Math.min(least, rate);
                most = Math.max(most, rate);
            }
            report.figure("events/s", what, total);
            if (processes > 1) {
                report.figure("largest share / smallest", what, most / least);
            }
            requireDense(client.getDatabase(name));
        } finally {
            nodes.forEach(Node::end);
            client.getDatabase(name).drop();
        }
    }

    private static void requireDense(MongoDatabase database) {
        long expected = 0;
        for (Document commit : database.getCollection("commits")
                .find()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))) {
            if (commit.getLong("_id") != ++expected) {
                throw new IllegalStateException("the log has " + commit + " where " + expected + " belongs");
            }
        }
    }

    private record Node(Process process, BufferedReader said) {

        static Node start(Settings settings, String database, int clients) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Nodes.class.getName(),
                            String.valueOf(settings.mongodb()),
                            database,
                            Integer.toString(clients),
                            Double.toString(settings.seconds()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Node(
                    process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        String expect(String word) throws IOException {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(word)) {
                    return line.substring(word.length()).strip();
                }
            }
            throw new IllegalStateException("a node ended before it said " + word);
        }

        void go() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new IllegalStateException("a node is gone", e);
            }
        }

        void end() {
            process.destroy();
        }
    }

    /** One node: URI, database, clients, seconds. Warms up, says so, waits for a line, writes, says its rate. */
    public static void main(String... arguments) throws IOException {
        int clients = Integer.parseInt(arguments[2]);
        Settings settings = Settings.of(List.of("--mongodb", arguments[0]));
        String run = "node" + ProcessHandle.current().pid();
        try (Server server = Server.of(settings);
                Side side = new LedgerSide(server.client().getDatabase(arguments[1]), false)) {
            Clients.closedLoop(side, run + "-warm", clients, WARM_SECONDS);
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            System.out.println(
                    "rate " + Clients.closedLoop(side, run, clients, Double.parseDouble(arguments[3])).rate());
        }
    }
}
