package org.cadreledger.web;

import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API speaks it: strict in what it takes (no numbers for strings or the other way, no unknown or double
 * fields), points as numbers, periods as strings. Its own mapper, so that nothing else changes with it.
 */
public final class HttpJson {
    private static final JsonMapper MAPPER = build();

    private HttpJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        SimpleModule values = new SimpleModule("values");
        values.addSerializer(Points.class, new PointsAsNumber());
        for (Class<? extends Period> period : java.util.List.of(Month.class, Quarter.class, Year.class)) {
            values.addSerializer(period, ToStringSerializer.instance);
        }
        return JsonMapper.builder()
                .addModule(values)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        strings -> strings.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    private static final class PointsAsNumber extends ValueSerializer<Points> {
        @Override
        public void serialize(Points value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(value.toDecimal());
        }
    }
}
