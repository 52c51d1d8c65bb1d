package org.cadreledger.security;

import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.Accounts.Account;
import org.cadreledger.security.Accounts.Matches;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** The accounts as their administrators keep them, over HTTP and by the pages alike. */
public final class AccountKeeping {
    private final Users users;
    private final Tokens tokens;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final FreshFolds folds;

    AccountKeeping(Users users, Tokens tokens, Passwords passwords, SignInThrottle throttle, FreshFolds folds) {
        this.folds = folds;
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @param created false when the same account was there already */
    public record Added(Account account, boolean created) {}

    /**
     * Those that {@code keeper} keeps, by user name.
     *
     * @param text a part of the user name, of the name shown, of the cadre's id or of the unit; empty for all
     */
    public Matches find(Actor keeper, String text, PageRequest page) {
        return users.list(keeper.jurisdiction(), text, page);
    }

    /** @throws Refusal NOT_FOUND, OTHER_JURISDICTION */
    public Account one(Actor keeper, String username) {
        return kept(keeper, username).account();
    }

    /** @throws Refusal INVALID_CONTENT, OTHER_JURISDICTION; ID_TAKEN by an account of other content */
    public Added add(Actor keeper, NewAccount wanted) {
        User user = wanted.checked();
        mayKeep(keeper, user.jurisdiction());
        mayOpenFor(keeper, user.cadreId());
        String password = String.valueOf(wanted.password());
        Optional<User> before = users.find(user.username());
        if (before.isEmpty() && users.add(user.withHash(passwords.hash(password)))) {
            return new Added(user.account(), true);
        }
        User present = before.or(() -> users.find(user.username())).orElseThrow();
        if (!user.sameAs(present) || !passwords.matches(password, present.passwordHash())) {
            throw Refusal.of(Reason.ID_TAKEN, user.username());
        }
        return new Added(present.account(), false);
    }

    /** @throws Refusal NOT_FOUND, OTHER_JURISDICTION */
    public Account disable(Actor keeper, String username) {
        kept(keeper, username);
        users.disable(username);
        tokens.forget();
        return one(keeper, username);
    }

    /** @throws Refusal NOT_FOUND, OTHER_JURISDICTION, INVALID_CONTENT */
    public Account newPassword(Actor keeper, String username, @Nullable String password) {
        Checks checks = new Checks();
        String checked = checks.valid(NewAccount.checkPassword(checks, password));
        kept(keeper, username);
        users.changePassword(username, passwords.hash(checked));
        tokens.forget();
        return one(keeper, username);
    }

    /**
     * Everybody changes their own. All other sign-ins of the account end.
     *
     * @param address where the attempt comes from: who has found an open browser guesses no faster than at the door
     * @return the token to go on with
     * @throws Refusal INVALID_CONTENT field {@code oldPassword} when it is wrong; TOO_MANY_ATTEMPTS
     */
    public SignIn.Issued changeOwn(Actor actor, String oldPassword, String password, String address) {
        String username = actor.user();
        int wait = throttle.secondsToWait(username, address);
        if (wait > 0) {
            throw Refusal.of(Reason.TOO_MANY_ATTEMPTS, wait);
        }
        User user = users.find(username).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        if (oldPassword.length() > Passwords.LONGEST || !passwords.matches(oldPassword, user.passwordHash())) {
            throttle.failed(username, address);
            throw Refusal.field("oldPassword", "wrong-password");
        }
        throttle.succeeded(username, address);
        Checks checks = new Checks();
        String checked = checks.valid(NewAccount.checkPassword(checks, password));
        users.changePassword(username, passwords.hash(checked));
        tokens.forget();
        return tokens.issue(users.find(username).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND)));
    }

    private User kept(Actor keeper, String username) {
        User user = users.find(username).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        mayKeep(keeper, user.jurisdiction());
        return user;
    }

    /** An account opens its cadre's books: those of another county are not this administrator's to open. */
    private void mayOpenFor(Actor keeper, @Nullable String cadreId) {
        CadreFile cadre = cadreId == null ? CadreFile.EMPTY : folds.cadre(cadreId);
        if (cadre.exists()) {
            mayKeep(keeper, cadre.current().jurisdiction());
        }
    }

    /** An administrator of one county keeps the accounts of that county alone. */
    private static void mayKeep(Actor keeper, @Nullable String county) {
        if (keeper.jurisdiction() != null && !keeper.jurisdiction().equals(county)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
    }
}
