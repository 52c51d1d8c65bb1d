package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A free loopback port that talks to holders of this process's key only: TLS with a certificate demanded of the client. The
 * stock server's own listener can show a certificate but asks for none.
 */
final class Listener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    /** A command occupies a thread while it waits for the disk; connections beyond share threads. */
    private static final int WORKERS = 80;

    private static final int BACKLOG = 200;
    private static final int CLOSING_SECONDS = 5;

    private final AtomicLong refused = new AtomicLong();
    private final MongoBackend backend;
    private final EventLoopGroup accepting;
    private final EventLoopGroup working;
    private final ChannelGroup clients;
    private final Channel port;

    Listener(MongoBackend backend, InetAddress address, SSLContext key) {
        this.backend = backend;
        this.accepting = threads(1, "embedded-accept");
        this.working = threads(WORKERS, "embedded-worker");
        this.clients = new DefaultChannelGroup("embedded-clients", working.next());
        this.port = new ServerBootstrap()
                .group(accepting, working)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new SslHandler(demandingEngine(key)),
                                        new MongoWireReplyEncoder(),
                                        new MongoWireMessageEncoder(),
                                        new MongoWireProtocolHandler(),
                                        new MongoDatabaseHandler(backend, clients),
                                        new LastHandler());
                    }
                })
                .bind(address, 0)
                .syncUninterruptibly()
                .channel();
    }

    private static EventLoopGroup threads(int count, String name) {
        return new MultiThreadIoEventLoopGroup(count, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private static SSLEngine demandingEngine(SSLContext key) {
        SSLEngine engine = key.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setNeedClientAuth(true);
        engine.setEnabledProtocols(new String[] {ProcessKey.PROTOCOL});
        return engine;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) port.localAddress();
    }

    /** Connections that did not show this process's key. */
    long refused() {
        return refused.get();
    }

    private final class LastHandler extends ChannelInboundHandlerAdapter {
        private boolean letIn;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                letIn = handshake.isSuccess();
                long count = letIn ? 0 : refused.incrementAndGet();
                if (Long.bitCount(count) == 1) { // the 1st, 2nd, 4th, 8th …: nobody shall fill the disk with lines
                    log.warn(
                            "Refused {} connection(s) to the embedded database without this process's key, the last from {}: {}",
                            count,
                            context.channel().remoteAddress(),
                            handshake.cause().getMessage());
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (letIn) {
                log.warn("A connection of the embedded database failed and is closed", cause);
            }
            context.close().addListener(closed -> log.debug("closed {}", context.channel()));
        }
    }

    /** Closes the port and the connections, then waits for commands under way. */
    @Override
    public void close() {
        port.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        List<Future<?>> ends = List.of(
                accepting.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS),
                working.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS));
        ends.forEach(Future::syncUninterruptibly);
        backend.close();
    }
}
