package org.cadreledger.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Name and password for a token. */
@RestController
class SignInController {
    private static final String BASIC = "Basic ";

    private final SignIn signIn;
    private final LogEnd tail;

    SignInController(SignIn signIn, LogEnd tail) {
        this.signIn = signIn;
        this.tail = tail;
    }

    private record Credentials(String username, String password) {}

    @PostMapping("/api/v1/tokens")
    ResponseEntity<Object> signIn(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
            HttpServletRequest request) {
        Credentials given = credentials(header).orElseThrow(() -> Refusal.of(Reason.UNAUTHENTICATED));
        SignIn.Issued issued = signIn.with(given.username(), given.password(), request.getRemoteAddr());
        return Answers.answer(HttpStatus.CREATED, tail.position(), false, issued);
    }

    private static Optional<Credentials> credentials(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 0 || text.length() - colon > Passwords.LONGEST + 1
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
