package org.cadreledger.security;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Category;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FoldReader;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.log.Recorded;
import org.cadreledger.objection.Objections;
import org.cadreledger.period.Periods;
import org.cadreledger.points.Points;
import org.cadreledger.projecting.Rebuilds;
import org.cadreledger.read.Page;
import org.cadreledger.read.ReadSide;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.testbed.MemoryMongo;
import org.cadreledger.testbed.NoBoards;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** What stands behind the controllers in these tests: two counties, one of them open, and one cadre {@code c1} in it. */
class Fakes {
    static final String COUNTY = "h1";
    static final String PUBLIC_COUNTY = "open";
    static final String UNIT = "Office";
    static final String CADRE = "c1";

    @Bean
    MongoClient mongo() {
        return new MemoryMongo().client();
    }

    @Bean
    MongoDatabase database(MongoClient client) {
        return client.getDatabase("cadreledger");
    }

    @Bean
    Commands commands() {
        return new FakeCommands();
    }

    @Bean
    CommitLog commitLog(MongoDatabase database) {
        return CommitLog.open(
                database,
                new EventTypes(List.of(JurisdictionEvent.class), List.of()),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    @Bean
    LogEnd logEnd() {
        return () -> 7;
    }

    @Bean
    FreshFolds folds() {
        return new FreshFolds(new Streams());
    }

    @Bean
    ReadSide readSide() {
        return (position, patience) -> position <= 1_000;
    }

    private static final class Streams implements FoldReader {
        @Override
        public <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
            Object event = event(stream);
            return event == null
                    ? initial
                    : evolve.apply(initial, new Recorded<>(1, 0, Instant.EPOCH, "x", stream, 0, COUNTY, event));
        }

        private static @Nullable Object event(String stream) {
            return switch (stream) {
                case "jurisdiction:" + COUNTY -> county(COUNTY, false);
                case "jurisdiction:" + PUBLIC_COUNTY -> county(PUBLIC_COUNTY, true);
                case "cadre:" + CADRE ->
                    new CadreRegistered(CADRE, COUNTY, Category.SECTION, UNIT, "p", null, null, LocalDate.EPOCH, "n");
                default -> null;
            };
        }

        private static JurisdictionDefined county(String code, boolean open) {
            return new JurisdictionDefined(code, code, "Asia/Shanghai", 5, new Month(2025, 1), open);
        }
    }

    @Bean
    Cadres cadres() {
        Cadres.Listed one =
                new Cadres.Listed(CADRE, "n", COUNTY, Category.SECTION, UNIT, "p", null, null, LocalDate.EPOCH);
        return new Cadres() {
            @Override
            public Page<Listed> find(
                    @Nullable String jurisdiction, @Nullable String unit, org.cadreledger.read.PageRequest page) {
                return new Page<>(List.of(one), null);
            }

            @Override
            public Optional<Listed> find(String cadreId) {
                return cadreId.equals(CADRE) ? Optional.of(one) : Optional.empty();
            }

            @Override
            public Matches search(@Nullable String jurisdiction, Query query, org.cadreledger.read.PageRequest page) {
                return new Matches(new Page<>(List.of(one), null), 1);
            }

            @Override
            public List<UnitSize> units(@Nullable String jurisdiction) {
                return List.of(new UnitSize(UNIT, 1));
            }
        };
    }

    @Bean
    PendingItems pendingItems() {
        return new FakeDesks.NothingPending();
    }

    @Bean
    Periods periods() {
        return new FakeDesks.OpenPeriods();
    }

    @Bean
    Boards boards() {
        return new NoBoards() {
            @Override
            public Optional<Part> page(
                    String jurisdiction,
                    org.cadreledger.time.Period period,
                    Category category,
                    @Nullable Integer revision,
                    Filter filter,
                    int from,
                    int limit) {
                Board.Cuts none = new Board.Cuts(0, 0);
                Board board = new Board(
                        period,
                        jurisdiction,
                        category,
                        1,
                        Instant.EPOCH,
                        1,
                        "5ea1",
                        false,
                        1,
                        none,
                        List.of(),
                        Stream.of(new Board.Row(1, CADRE, "n", UNIT, null, Points.of(100), null))
                                .skip(from)
                                .limit(limit)
                                .toList(),
                        List.of(),
                        none);
                return Optional.of(new Part(board, from, 1));
            }

            @Override
            public Optional<Seal> seal(String jurisdiction, org.cadreledger.time.Period period, int revision) {
                return Optional.of(new Seal(jurisdiction, period, revision, 1, "5ea1", 1));
            }
        };
    }

    @Bean
    Objections objections() {
        return new Objections() {
            @Override
            public Page<org.cadreledger.objection.Objection> find(
                    Objections.Query query, org.cadreledger.read.PageRequest page) {
                return new Page<>(List.of(), null);
            }

            @Override
            public Optional<org.cadreledger.objection.Objection> find(String jurisdiction, String objectionId) {
                return Optional.empty();
            }
        };
    }

    @Bean
    Consequences consequences() {
        return new Consequences() {
            @Override
            public List<org.cadreledger.consequence.Consequence> find(
                    @Nullable String jurisdiction, @Nullable Integer year, @Nullable String cadreId) {
                return List.of();
            }

            @Override
            public List<FraudCase> fraudCases(@Nullable String jurisdiction) {
                return List.of();
            }
        };
    }

    @Bean
    Ledgers ledgers() {
        return new Ledgers() {
            @Override
            public LedgerStatement statement(String cadreId, org.cadreledger.time.Period period, @Nullable Long asAt) {
                Points full = Points.of(100);
                return new LedgerStatement(cadreId, period, full, Points.ZERO, Points.ZERO, full, List.of(), List.of());
            }

            @Override
            public long positionAt(Instant time) {
                return 0;
            }

            @Override
            public Page<HistoryItem> history(String cadreId, org.cadreledger.read.PageRequest page) {
                return new Page<>(List.of(), null);
            }

            @Override
            public List<org.cadreledger.ledger.ItemStory> stories(String cadreId) {
                return List.of();
            }

            @Override
            public List<Declaration> declarations(String cadreId) {
                return List.of();
            }
        };
    }

    @Bean
    Rebuilds rebuilds() {
        return new Rebuilds() {
            @Override
            public Progress start(String name) {
                return new Progress(name, 1, Rebuilds.State.REBUILDING, 0, 7, null, null, null);
            }

            @Override
            public void start(List<String> names) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Progress> status() {
                return List.of();
            }
        };
    }
}
