package org.cadreledger.security;

import java.util.List;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.cadreledger.web.KeyedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, kept by the account administrators. */
@RestController
@RequestMapping("/api/v1/users")
class AccountsController {
    private final Users users;
    private final Tokens tokens;
    private final Passwords passwords;
    private final KeyedRequests keyed;
    private final LogEnd tail;

    AccountsController(Users users, Tokens tokens, Passwords passwords, KeyedRequests keyed, LogEnd tail) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.keyed = keyed;
        this.tail = tail;
    }

    /** An account as it is shown. */
    record Account(
            String username,
            String displayName,
            List<Role> roles,
            @Nullable String cadreId,
            @Nullable String jurisdiction,
            @Nullable String unit,
            boolean disabled) {
        static Account of(User user) {
            return new Account(
                    user.username(),
                    user.displayName(),
                    user.roles().stream().sorted().toList(),
                    user.cadreId(),
                    user.jurisdiction(),
                    user.unit(),
                    user.disabled());
        }
    }

    record NewPassword(@Nullable String password) {}

    @PostMapping
    ResponseEntity<Object> add(@RequestBody NewAccount body, Actor actor, CommandKey key) {
        return keyed.once(key, true, () -> {
            User wanted = body.checked();
            mayKeep(actor, wanted.jurisdiction());
            return add(wanted, String.valueOf(body.password()));
        });
    }

    private ResponseEntity<Object> add(User wanted, String password) {
        Optional<User> before = users.find(wanted.username());
        if (before.isEmpty() && users.add(withHash(wanted, passwords.hash(password)))) {
            return answer(HttpStatus.CREATED, Account.of(wanted));
        }
        User present = before.or(() -> users.find(wanted.username())).orElseThrow();
        if (!wanted.sameAs(present) || !passwords.matches(password, present.passwordHash())) {
            throw Refusal.of(Reason.ID_TAKEN, wanted.username());
        }
        return answer(HttpStatus.OK, Account.of(present));
    }

    @PostMapping("/{username}/disable")
    ResponseEntity<Object> disable(@PathVariable String username, Actor actor, CommandKey key) {
        return keyed.once(key, false, () -> {
            mayKeep(actor, known(username).jurisdiction());
            users.disable(username);
            tokens.forget();
            return answer(HttpStatus.OK, Account.of(known(username)));
        });
    }

    @PostMapping("/{username}/password")
    ResponseEntity<Object> password(
            @PathVariable String username, @RequestBody NewPassword body, Actor actor, CommandKey key) {
        return keyed.once(key, true, () -> {
            Checks checks = new Checks();
            String password = checks.valid(NewAccount.checkPassword(checks, body.password()));
            mayKeep(actor, known(username).jurisdiction());
            users.changePassword(username, passwords.hash(password));
            tokens.forget();
            return answer(HttpStatus.OK, Account.of(known(username)));
        });
    }

    private User known(String username) {
        return users.find(username).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
    }

    /** An administrator of one county keeps the accounts of that county alone. */
    private static void mayKeep(Actor actor, @Nullable String county) {
        if (actor.jurisdiction() != null && !actor.jurisdiction().equals(county)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
    }

    private ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return Answers.answer(status, tail.position(), false, body);
    }

    private static User withHash(User user, String hash) {
        return new User(
                user.username(),
                user.displayName(),
                user.roles(),
                user.cadreId(),
                user.jurisdiction(),
                user.unit(),
                hash,
                user.disabled(),
                user.generation());
    }
}
