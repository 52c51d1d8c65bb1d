package org.cadreledger.bench.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of a round, made before it is measured. Each cadre claims with a file of its own, in words of its own. */
final class Work {
    private static final int ACCOUNT_WORDS = 30;
    private static final int FILE_BYTES = 4 * 1024;

    private final County county;
    private final Random random = new Random(1);
    private int made;

    /** A claim that is to be made. */
    record Claim(String cadre, String id, int number) {}

    Work(County county) {
        this.county = county;
    }

    /** Spread over all cadres, in an order that nobody would guess. */
    List<Claim> claims(int count) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String cadre = county.cadres().get(i % county.cadres().size());
            made++;
            claims.add(new Claim(cadre, "c" + made, made));
        }
        Collections.shuffle(claims, random);
        return claims;
    }

    Call upload(Claim claim, int bytes) {
        byte[] file = new byte[bytes];
        random.nextBytes(file);
        System.arraycopy("%PDF-1.4\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, file, 0, 9);
        return Call.file(
                Call.Kind.UPLOAD,
                201,
                "/api/v1/evidence",
                county.token(claim.cadre()),
                "proof.pdf",
                "application/pdf",
                file,
                claim.id());
    }

    Call upload(Claim claim) {
        return upload(claim, FILE_BYTES);
    }

    Call claim(Claim claim, String evidence) {
        String body = "{\"claimId\":\"" + claim.id() + "\",\"month\":\"" + county.month()
                + "\",\"rule\":\"A7\",\"matter\":\"Service " + claim.number() + "\",\"occurredOn\":\"" + county.month()
                + "-01\",\"account\":\"" + account() + "\",\"evidence\":[\"" + evidence + "\"]}";
        return Call.json(
                Call.Kind.CLAIM,
                201,
                "POST",
                "/api/v1/ledgers/" + claim.cadre() + "/claims",
                county.token(claim.cadre()),
                body,
                claim.id());
    }

    private String account() {
        return Stream.generate(() -> Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36))
                .limit(ACCOUNT_WORDS)
                .collect(Collectors.joining(" "));
    }

    Call score(Claim claim) {
        return decide(Call.Kind.SCORE, claim, "REVIEWER", "score");
    }

    Call approve(Claim claim) {
        return decide(Call.Kind.APPROVE, claim, "APPROVER", "approve");
    }

    private Call decide(Call.Kind kind, Claim claim, String role, String action) {
        String path = "/api/v1/ledgers/" + claim.cadre() + "/claims/" + claim.id() + "/" + action;
        String token = county.token(county.staff(role, claim.number()));
        return Call.json(kind, 200, "POST", path, token, "{\"note\":\"seen\"}", claim.id());
    }

    Call declare(Claim claim) {
        String path = "/api/v1/ledgers/" + claim.cadre() + "/declarations/" + county.month();
        String body = "{\"statement\":\"With claim " + claim.number() + "\"}";
        return Call.json(Call.Kind.DECLARE, 200, "PUT", path, county.token(claim.cadre()), body, claim.id());
    }

    Call ownBooks(Claim claim) {
        String path = "/api/v1/ledgers/" + claim.cadre() + "?period=" + county.month();
        return Call.get(Call.Kind.READ, path, county.token(claim.cadre()), claim.id());
    }

    /** What one cadre's month end comes to: claim, look, declare, and the department's two steps. */
    List<Call> monthEnd(Claim claim, String evidence) {
        return List.of(claim(claim, evidence), ownBooks(claim), declare(claim), score(claim), approve(claim));
    }
}
