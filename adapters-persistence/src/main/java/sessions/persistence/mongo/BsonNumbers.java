package sessions.persistence.mongo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.types.Decimal128;

/** Converts numbers between JSON and BSON. The value is preserved, but not its digits. */
final class BsonNumbers {

    /** Longer numbers, unless padded with zeros, have no value in BSON and take long to parse. */
    private static final int MAX_LENGTH = 400;

    /**
     * Whole doubles below this are written in digits, as in JavaScript, because the original stores large integers as
     * doubles.
     */
    private static final double MAX_IN_DIGITS = 1e21;

    private BsonNumbers() {
    }

    /** Reads the number with exactly this value, or returns empty if BSON cannot represent it. */
    static Optional<BsonNumber> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        boolean whole = text.chars().allMatch(each -> each == '-' || Character.isDigit(each));
        return whole && !text.equals("-0") ? whole(text) : fractional(text);
    }

    private static Optional<BsonNumber> whole(String text) {
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return Optional.of(new BsonInt32(value.intValueExact()));
        }
        return value.bitLength() < Long.SIZE
                ? Optional.of(new BsonInt64(value.longValueExact()))
                : decimal(new BigDecimal(value));
    }

    private static Optional<BsonNumber> fractional(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            double nearest = value.doubleValue();
            return Double.isFinite(nearest) && value.compareTo(new BigDecimal(Double.toString(nearest))) == 0
                    ? Optional.of(new BsonDouble(text.startsWith("-") ? -Math.abs(nearest) : nearest))
                    : decimal(value);
        } catch (NumberFormatException beyond) {
            return Optional.empty();
        }
    }

    private static Optional<BsonNumber> decimal(BigDecimal value) {
        try {
            return Optional.of(new BsonDecimal128(new Decimal128(value)));
        } catch (NumberFormatException beyond) {
            return Optional.empty();
        }
    }

    /** Writes a decimal as JSON; null if it is not finite, which this service never stores. */
    static String write(Decimal128 value) {
        return value.isFinite() ? value.toString() : "null";
    }

    /** Writes a double as JSON; null if it is not finite, as the original does. */
    static String write(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        boolean inDigits = value == Math.rint(value) && Math.abs(value) < MAX_IN_DIGITS && !isNegativeZero(value);
        return inDigits
                ? new BigDecimal(Double.toString(value)).toBigIntegerExact().toString()
                : Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
