package org.cadreledger.ledger.state;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A cadre's books of all years. Ids of claims, department entries and entries are unique over them. */
public record CadreLedgers(String cadreId, NavigableMap<Integer, LedgerBook> books) {
    public CadreLedgers {
        books = Collections.unmodifiableNavigableMap(new TreeMap<>(books));
    }

    /** With these books in the place of those of their year. */
    public CadreLedgers with(LedgerBook book) {
        NavigableMap<Integer, LedgerBook> next = new TreeMap<>(books);
        next.put(book.year(), book);
        return new CadreLedgers(cadreId, next);
    }

    public Set<Integer> years() {
        return books.keySet();
    }

    public Stream<LedgerBook> stream() {
        return books.values().stream();
    }

    /** The books that hold the claim. */
    public Optional<LedgerBook> ofClaim(String claimId) {
        return stream().filter(book -> book.claims().containsKey(claimId)).findFirst();
    }

    /** The books that hold what the department entered under that id. */
    public Optional<LedgerBook> ofDeduction(String deductionId) {
        return stream().filter(book -> book.items().containsKey(deductionId)).findFirst();
    }

    /** The books that hold the entry. */
    public Optional<LedgerBook> ofEntry(String entryId) {
        return stream().filter(book -> book.entries().containsKey(entryId)).findFirst();
    }

    public Optional<Claim> claim(String claimId) {
        return ofClaim(claimId).map(book -> book.claims().get(claimId));
    }

    public Optional<DepartmentItem> deduction(String deductionId) {
        return ofDeduction(deductionId).map(book -> book.items().get(deductionId));
    }

    public Optional<PostedEntry> entry(String entryId) {
        return ofEntry(entryId).map(book -> book.entries().get(entryId));
    }

    public Stream<PostedEntry> entries() {
        return stream().flatMap(book -> book.entries().values().stream());
    }

    public Stream<Claim> openClaims() {
        return stream()
                .flatMap(book -> book.claims().values().stream())
                .filter(claim -> claim.status().isOpen());
    }

    public Stream<DepartmentItem> openDeductions() {
        return stream().flatMap(book -> book.items().values().stream()).filter(DepartmentItem::isOpen);
    }
}
