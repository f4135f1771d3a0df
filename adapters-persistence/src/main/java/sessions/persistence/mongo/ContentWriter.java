package sessions.persistence.mongo;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/** Writes BSON content as JSON. */
final class ContentWriter {

    private static final JsonFactory JSON = JsonFactory.builder().streamWriteConstraints(
            StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build()).build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
            .withZone(ZoneOffset.UTC);

    /** For values that JSON cannot represent. */
    private static final JsonWriterSettings EXTENDED = JsonWriterSettings.builder().outputMode(JsonMode.RELAXED)
            .build();

    private final JsonGenerator generator;

    private ContentWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    static String write(BsonValue content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new ContentWriter(generator).value(content);
        }
        return text.toString();
    }

    /** Writes a value. This service stores only JSON's types; other programs may store others. */
    private void value(BsonValue value) {
        switch (value.getBsonType()) {
            case DOCUMENT -> object(value.asDocument());
            case ARRAY -> {
                generator.writeStartArray();
                value.asArray().forEach(this::value);
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(value.asString().getValue());
            case SYMBOL -> generator.writeString(value.asSymbol().getSymbol());
            case INT32 -> generator.writeNumber(value.asInt32().getValue());
            case INT64 -> generator.writeNumber(value.asInt64().getValue());
            case DOUBLE -> generator.writeRawValue(BsonNumbers.write(value.asDouble().getValue()));
            case DECIMAL128 -> generator.writeRawValue(BsonNumbers.write(value.asDecimal128().getValue()));
            case BOOLEAN -> generator.writeBoolean(value.asBoolean().getValue());
            case NULL, UNDEFINED -> generator.writeNull();
            case DATE_TIME -> generator.writeString(TIME.format(Instant.ofEpochMilli(value.asDateTime().getValue())));
            default -> generator.writeRawValue(extended(value));
        }
    }

    private void object(BsonDocument object) {
        generator.writeStartObject();
        object.forEach((key, value) -> {
            generator.writeName(key);
            value(value);
        });
        generator.writeEndObject();
    }

    /** Writes a value as MongoDB's tools do, such as {@code {"$oid": "…"}}. The library writes only whole documents. */
    private static String extended(BsonValue value) {
        String document = new BsonDocument("v", value).toJson(EXTENDED);
        return document.substring(document.indexOf(':') + 1, document.lastIndexOf('}')).strip();
    }
}
