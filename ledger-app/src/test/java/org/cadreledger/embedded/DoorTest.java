package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in to the embedded database: this process's own clients, and nobody else. */
class DoorTest {
    private static final String SECRET = "nobody else shall read this";
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 21;

    @TempDir
    Path directory;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = OpenDatabase.in(directory);
        open.collection("things").insertOne(new Document("_id", 1).append("text", SECRET));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_client_of_this_process_is_let_in() {
        assertThat(open.collection("things").find().first()).containsEntry("text", SECRET);
        assertThat(open.embedded().listener().refused()).isZero();
    }

    @Test
    void a_plain_client_is_refused() {
        assertRefused(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(open.embedded().uri()))
                .applyToSslSettings(ssl -> ssl.enabled(false)));
    }

    @Test
    void a_client_that_trusts_everybody_but_has_no_certificate_is_refused() throws Exception {
        assertRefused(withContext(trustingEverybody()));
    }

    @Test
    void a_client_with_a_certificate_made_the_same_way_elsewhere_is_refused() {
        assertRefused(withContext(ProcessKey.make(InetAddress.getLoopbackAddress())));
    }

    @Test
    void another_embedded_database_of_this_very_process_has_another_key() {
        try (OpenDatabase other = OpenDatabase.in(directory.resolve("other"))) {
            assertRefused(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(open.embedded().uri()))
                    .applyToSslSettings(other.embedded()::admit));
        }
    }

    @Test
    void our_client_talks_to_no_server_but_ours() {
        InetSocketAddress address = open.embedded().listener().address();
        assertRefused(open.embedded()
                .clientSettings()
                .applyToSslSettings(ssl -> ssl.context(ProcessKey.make(address.getAddress()))));
        String elsewhere = open.embedded().uri().replace("127.0.0.1", "localhost");
        assertThat(elsewhere).contains("localhost");
        assertRefused(open.embedded().clientSettings().applyConnectionString(new ConnectionString(elsewhere)));
    }

    @Test
    void a_question_in_plain_text_gets_no_answer() throws IOException {
        byte[] question = message(new Document("find", "things").append("$db", "cadreledger"));
        try (Socket socket = connected()) {
            assertNothingOf(answer(socket, question));
        }
    }

    @Test
    void a_question_behind_a_handshake_without_certificate_gets_no_answer() throws Exception {
        byte[] question = message(new Document("find", "things").append("$db", "cadreledger"));
        try (Socket plain = connected();
                Socket socket = trustingEverybody()
                        .getSocketFactory()
                        .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true)) {
            assertNothingOf(answer(socket, question));
        }
    }

    @Test
    void refusals_do_not_hinder_those_who_are_let_in() {
        for (int i = 0; i < 5; i++) {
            assertRefused(withContext(ProcessKey.make(InetAddress.getLoopbackAddress())));
        }
        assertThat(open.database().runCommand(new Document("ping", 1)).get("ok"))
                .isEqualTo(1.0);
        assertThat(open.embedded().listener().refused()).isGreaterThanOrEqualTo(5);
    }

    private Socket connected() throws IOException {
        InetSocketAddress address = open.embedded().listener().address();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** All that comes back until the other side hangs up. */
    private static byte[] answer(Socket socket, byte[] question) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(question);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                received.write(next);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            received.write(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        return received.toByteArray();
    }

    private static void assertNothingOf(byte[] answer) {
        assertThat(answer.length).as("an alert at most").isLessThan(200);
        assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain("cursor")
                .doesNotContain("things");
    }

    private static byte[] message(Document command) {
        try (BasicOutputBuffer body = new BasicOutputBuffer()) {
            new DocumentCodec()
                    .encode(
                            new BsonBinaryWriter(body),
                            command,
                            EncoderContext.builder().build());
            byte[] bson = body.toByteArray();
            return ByteBuffer.allocate(HEADER_BYTES + bson.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(HEADER_BYTES + bson.length)
                    .putInt(1)
                    .putInt(0)
                    .putInt(OP_MSG)
                    .putInt(0)
                    .put((byte) 0)
                    .put(bson)
                    .array();
        }
    }

    private MongoClientSettings.Builder withContext(SSLContext context) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(open.embedded().uri()))
                .applyToSslSettings(ssl -> ssl.context(context));
    }

    private static void assertRefused(MongoClientSettings.Builder settings) {
        settings.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(700, TimeUnit.MILLISECONDS));
        try (MongoClient client = MongoClients.create(settings.build())) {
            assertThatThrownBy(() -> client.getDatabase("cadreledger")
                            .getCollection("things")
                            .find()
                            .first())
                    .isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> client.listDatabaseNames().first()).isInstanceOf(MongoException.class);
        }
    }

    private static SSLContext trustingEverybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
