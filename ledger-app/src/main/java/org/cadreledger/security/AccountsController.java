package org.cadreledger.security;

import java.util.function.Supplier;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.security.AccountKeeping.Added;
import org.cadreledger.security.Accounts.Account;
import org.cadreledger.web.Answers;
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
    private final AccountKeeping accounts;
    private final KeyedRequests keyed;
    private final LogEnd tail;

    AccountsController(AccountKeeping accounts, KeyedRequests keyed, LogEnd tail) {
        this.accounts = accounts;
        this.keyed = keyed;
        this.tail = tail;
    }

    record NewPassword(@Nullable String password) {}

    @PostMapping
    ResponseEntity<Object> add(@RequestBody NewAccount body, Actor actor, CommandKey key) {
        return keyed.once(key, true, () -> {
            Added added = accounts.add(actor, body);
            return answer(added.created() ? HttpStatus.CREATED : HttpStatus.OK, added.account());
        });
    }

    @PostMapping("/{username}/disable")
    ResponseEntity<Object> disable(@PathVariable String username, Actor actor, CommandKey key) {
        return once(key, false, () -> accounts.disable(actor, username));
    }

    @PostMapping("/{username}/password")
    ResponseEntity<Object> password(
            @PathVariable String username, @RequestBody NewPassword body, Actor actor, CommandKey key) {
        return once(key, true, () -> accounts.newPassword(actor, username, body.password()));
    }

    private ResponseEntity<Object> once(CommandKey key, boolean confidential, Supplier<Account> call) {
        return keyed.once(key, confidential, () -> answer(HttpStatus.OK, call.get()));
    }

    private ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return Answers.answer(status, tail.position(), false, body);
    }
}
