package org.cadreledger.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of documents' bodies: components of records only, no nulls, periods as text, points as hundredths. A body is
 * stored as one string: no server's limits on field names or numbers apply to it.
 */
final class DocumentJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(values())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            // a method named like a getter must never change what is stored
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .build();

    private DocumentJson() {}

    static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("documents");
        module.addSerializer(Points.class, new WritePoints());
        module.addDeserializer(Points.class, new ReadPoints());
        module.addSerializer(Period.class, new WritePeriod());
        module.addKeySerializer(Period.class, new WritePeriodKey());
        period(module, Period.class, Period::parse);
        period(module, Month.class, Month::parse);
        period(module, Quarter.class, Quarter::parse);
        period(module, Year.class, Year::parse);
        return module;
    }

    private static <P extends Period> void period(SimpleModule module, Class<P> type, Function<String, P> parse) {
        module.addDeserializer(type, new ValueDeserializer<P>() {
            @Override
            public P deserialize(JsonParser parser, DeserializationContext context) {
                return parse.apply(parser.getValueAsString());
            }
        });
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return parse.apply(key);
            }
        });
    }

    private static final class WritePoints extends ValueSerializer<Points> {
        @Override
        public void serialize(Points points, JsonGenerator out, SerializationContext context) {
            out.writeNumber(points.hundredths());
        }
    }

    private static final class ReadPoints extends ValueDeserializer<Points> {
        @Override
        public Points deserialize(JsonParser parser, DeserializationContext context) {
            return new Points(parser.getLongValue());
        }
    }

    private static final class WritePeriod extends ValueSerializer<Period> {
        @Override
        public void serialize(Period period, JsonGenerator out, SerializationContext context) {
            out.writeString(period.toString());
        }
    }

    private static final class WritePeriodKey extends ValueSerializer<Period> {
        @Override
        public void serialize(Period period, JsonGenerator out, SerializationContext context) {
            out.writeName(period.toString());
        }
    }
}
