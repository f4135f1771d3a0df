package sessions.wire.mergepatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.model.Json;
import sessions.domain.port.driven.MergePatch;

class JsonMergePatchTest {

    private static final MergePatch PATCH = new JsonMergePatch(1_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"b"}         | {"a":"c"}                  | {"a":"c"}
            {"a":"b"}         | {"b":"c"}                  | {"a":"b","b":"c"}
            {"a":"b"}         | {"a":null}                 | {}
            {"a":"b","b":"c"} | {"a":null}                 | {"b":"c"}
            {"a":["b"]}       | {"a":"c"}                  | {"a":"c"}
            {"a":"c"}         | {"a":["b"]}                | {"a":["b"]}
            {"a":{"b":"c"}}   | {"a":{"b":"d","c":null}}   | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]} | {"a":[1]}                  | {"a":[1]}
            ["a","b"]         | ["c","d"]                  | ["c","d"]
            {"a":"b"}         | ["c"]                      | ["c"]
            {"a":"foo"}       | null                       | null
            {"a":"foo"}       | "bar"                      | "bar"
            {"e":null}        | {"a":1}                    | {"e":null,"a":1}
            [1,2]             | {"a":"b","c":null}         | {"a":"b"}
            {}                | {"a":{"bb":{"ccc":null}}}  | {"a":{"bb":{}}}
            """)
    void examplesInTheAppendixOfTheRfc(String target, String patch, String result) {
        assertThat(patched(target, patch)).isEqualTo(result);
    }

    @Test
    void exampleInSectionThreeOfTheRfc() {
        String target = """
                {
                  "title": "Goodbye!",
                  "author" : {
                    "givenName" : "John",
                    "familyName" : "Doe"
                  },
                  "tags":[ "example", "sample" ],
                  "content": "This will be unchanged"
                }""";
        String patch = """
                {
                  "title": "Hello!",
                  "phoneNumber": "+01-123-456-7890",
                  "author": {
                    "familyName": null
                  },
                  "tags": [ "example" ]
                }""";
        assertThat(patched(target, patch)).isEqualTo("""
                {
                  "title": "Hello!",
                  "author" : {
                    "givenName" : "John"
                  },
                  "tags":[ "example" ],
                  "content": "This will be unchanged","phoneNumber": "+01-123-456-7890"
                }""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":{"c":null}}                 | {"a":1,"b":{}}
            {"a":[null,{"b":null}]}                | {"a":[null,{"b":null}]}
            {"a":null}                             | {}
            { "a" : null , "b" : 1 , "c" : null }  | { "b" : 1 }
            7                                      | 7
            null                                   | null
            """)
    void absentContentCountsAsAnEmptyObject(String patch, String result) {
        assertThat(patched(null, patch)).isEqualTo(result);
        assertThat(patched("null", patch)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1}         | {"\\u0061":2}          | {"a":2}
            {"\\u0061":1}   | {"a":2}                | {"\\u0061":2}
            {"\\u0061":1}   | {"a":null}             | {}
            {"a\\/b":1}     | {"a/b":null}           | {}
            {"A":1,"":2}    | {"a":3,"":4}           | {"A":1,"":4,"a":3}
            {"é":1}         | {"\\u00e9":null}       | {}
            {"é":1}         | {"e\\u0301":null}      | {"é":1}
            """)
    void namesAreComparedDecoded(String target, String patch, String result) {
        assertThat(patched(target, patch)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":2,"a":3}              | {"a":null}                       | {"b":2}
            {"a":1,"b":2,"a":3,"c":4}        | {"a":5}                          | {"b":2,"a":5,"c":4}
            {"a":1,"a":2,"\\u0061":3}        | {"a":4}                          | {"\\u0061":4}
            {"a":{"x":1},"a":{"y":2}}        | {"a":{"z":3}}                    | {"a":{"y":2,"z":3}}
            {"a":{"x":1},"a":2}              | {"a":{"z":3}}                    | {"a":{"z":3}}
            {"a":1,"a":2,"b":3}              | {"b":4}                          | {"a":1,"a":2,"b":4}
            {"a":{"x":1,"x":2}}              | {"a":{"y":3}}                    | {"a":{"x":1,"x":2,"y":3}}
            """)
    void lastOfRepeatedMembersInTheTargetCounts(String target, String patch, String result) {
        assertThat(patched(target, patch)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}            | {"a":1,"a":2}                      | {"a":2}
            {"a":0}       | {"a":1,"a":null}                   | {}
            {"a":0,"b":1} | {"a":null,"a":2}                   | {"b":1,"a":2}
            {"a":0}       | {"a":null,"a":1,"a":null,"a":2}    | {"a":2}
            {"a":{"x":0}} | {"a":{"b":1},"a":{"c":2,"x":null}} | {"a":{"b":1,"c":2}}
            {"a":{"x":0}} | {"a":null,"a":{"c":2}}             | {"a":{"c":2}}
            {}            | {"a":{"b":1,"b":{"c":2}},"a":{"b":{"d":3}}} | {"a":{"b":{"c":2,"d":3}}}
            {}            | {"a":{"x":null,"b":1},"a":{"b":null,"c":2}} | {"a":{"c":2}}
            """)
    void repeatedMembersOfThePatchApplyInOrder(String target, String patch, String result) {
        assertThat(patched(target, patch)).isEqualTo(result);
    }

    @Test
    void resultMayReachTheLimit() {
        Json target = new Json("{\"a\":\"é😀\"}");
        Json patch = new Json("{\"b\":1}");
        Json result = new JsonMergePatch(20).apply(target, patch);
        assertThat(result.text()).isEqualTo("{\"a\":\"é😀\",\"b\":1}");
        assertThatExceptionOfType(ContentTooLargeException.class)
                .isThrownBy(() -> new JsonMergePatch(19).apply(target, patch))
                .withMessage("The content with the patch applied is larger than 19 bytes of UTF-8");
    }

    @Test
    void limitAppliesToPatchesThatAreTheResult() {
        JsonMergePatch three = new JsonMergePatch(3);
        assertThat(three.apply(new Json("{\"a\":1}"), new Json("123")).text()).isEqualTo("123");
        assertThatExceptionOfType(ContentTooLargeException.class)
                .isThrownBy(() -> three.apply(null, new Json("1234")));
    }

    @Test
    void invalidContentIsAnInternalError() {
        assertThatIllegalArgumentException().isThrownBy(() -> patched("{", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> patched("{}", "{\"a\":01}"));
    }

    private static String patched(@Nullable String target, String patch) {
        return PATCH.apply(target == null ? null : new Json(target), new Json(patch)).text();
    }
}
