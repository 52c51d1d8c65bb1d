package org.cadreledger.objection.answering;

import java.util.List;
import java.util.SortedMap;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Decision.Filed;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.objection.AnswerObjection.Answered;
import org.cadreledger.period.PeriodEvent;

/**
 * What answering an objection does.
 *
 * @param changes in the cadre's books, by year
 */
record Settlement(Decision<PeriodEvent, Answered> answer, SortedMap<Integer, List<Filed<LedgerEvent>>> changes) {}
