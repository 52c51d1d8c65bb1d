package org.cadreledger.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A closed loop: each client has a connection of its own that stays open, takes the next piece of work and sends its calls one
 * after the other, as fast as the answers come. One thread serves all of them.
 */
final class Load {
    private static final long LONGEST_NANOS = 240_000_000_000L;

    private final InetSocketAddress server;
    private final Iterator<List<Call>> work;
    private final BiConsumer<Call, Answer> sink;
    private final Samples samples = new Samples();
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(256 * 1024);
    private final Selector selector;
    private int open;

    private Load(
            InetSocketAddress server,
            Iterator<List<Call>> work,
            BiConsumer<Call, Answer> sink,
            Selector selector) {
        this.server = server;
        this.work = work;
        this.sink = sink;
        this.selector = selector;
    }

    /**
     * @param sink is shown every right answer; must be quick
     * @throws IllegalStateException after four minutes
     */
    static Samples run(
            InetSocketAddress server, int clients, Iterator<List<Call>> work, BiConsumer<Call, Answer> sink)
            throws IOException {
        try (Selector selector = Selector.open()) {
            Load load = new Load(server, work, sink, selector);
            load.loop(clients);
            return load.samples;
        }
    }

    private void loop(int clients) throws IOException {
        for (int i = 0; i < clients; i++) {
            new Client();
        }
        samples.begin();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            ((Client) key.attachment()).next();
        }
        long start = System.nanoTime();
        while (open > 0) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                ((Client) key.attachment()).ready();
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("a phase takes more than four minutes: " + samples);
            }
        }
        samples.end();
    }

    private final class Client {
        private final Answer answer = new Answer();
        private SocketChannel channel;
        private SelectionKey key;
        private Iterator<Call> rest = List.<Call>of().iterator();
        private Call call;
        private ByteBuffer toSend = ByteBuffer.allocate(0);
        private long sentAt;

        Client() throws IOException {
            connect();
            open++;
        }

        private void connect() throws IOException {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(server);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        void next() throws IOException {
            while (!rest.hasNext() && work.hasNext()) {
                rest = work.next().iterator();
            }
            if (!rest.hasNext()) {
                channel.close();
                open--;
                return;
            }
            call = rest.next();
            answer.clear();
            toSend = ByteBuffer.wrap(call.bytes());
            sentAt = System.nanoTime();
            send();
        }

        private void send() throws IOException {
            channel.write(toSend);
            int wanted = toSend.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
        }

        void ready() throws IOException {
            if (key.isWritable()) {
                send();
            }
            if (!key.isReadable()) {
                return;
            }
            arrived.clear();
            int read = channel.read(arrived);
            if (read < 0) {
                throw new IllegalStateException("the server has closed a connection in the middle of " + call.kind());
            }
            arrived.flip();
            if (answer.take(arrived)) {
                done();
            }
        }

        private void done() throws IOException {
            boolean right = answer.status() == call.expected();
            samples.add(call.kind(), System.nanoTime() - sentAt, right ? null : answer);
            if (right) {
                sink.accept(call, answer);
            } else {
                // what follows in this piece of work rests on it
                rest = List.<Call>of().iterator();
            }
            if (answer.closes()) {
                channel.close();
                connect();
                samples.reconnected();
            }
            next();
        }
    }
}
