package org.cadreledger.points;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of points, kept in hundredths: 0.5 points are 50. Decimals appear only at the edge.
 *
 * @param hundredths from -{@value #LIMIT} to {@value #LIMIT}
 */
public record Points(long hundredths) implements Comparable<Points> {
    /** One hundred million points: far above any sum the scheme can reach, far below an overflow. */
    private static final long LIMIT = 10_000_000_000L;

    private static final int SCALE = 2;

    public static final Points ZERO = new Points(0);

    public Points {
        if (Math.abs(hundredths) > LIMIT) {
            throw new IllegalArgumentException("points out of range: " + hundredths + " hundredths");
        }
    }

    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 100L));
    }

    /** @throws IllegalArgumentException when {@code value} has more than two decimals or is out of range */
    public static Points of(BigDecimal value) {
        try {
            return new Points(value.setScale(SCALE, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount of points with at most two decimals: " + value, e);
        }
    }

    public BigDecimal toDecimal() {
        BigDecimal value = BigDecimal.valueOf(hundredths, SCALE).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    public Points plus(Points other) {
        return new Points(hundredths + other.hundredths);
    }

    public Points minus(Points other) {
        return new Points(hundredths - other.hundredths);
    }

    public static Points max(Points a, Points b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    public static Points min(Points a, Points b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    public boolean isPositive() {
        return hundredths > 0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
