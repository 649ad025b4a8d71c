import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * 读写 JSON，只到本例所需；您的系统有自己的 JSON 库。
 * Reads and writes JSON, as far as this example needs it: your system has a JSON library. A JSON object is a Map, a list a List, a number
 * a BigDecimal.
 */
final class Json {
    private Json() {}

    /** What is written as a JSON object: its fields, null for those that are left out. */
    interface Fields {
        void fields(BiConsumer<String, Object> field);
    }

    /** What is written as one of some words. */
    interface Word {
        String word();
    }

    /** A value as JSON on one line. Amounts, rates and days become texts. */
    static String write(Object value) {
        var json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) json.append(value);
        else if (value instanceof Fields object) writeObject(json, object);
        else if (value instanceof Map<?, ?> map) writeObject(json, field -> map.forEach((name, each) -> field.accept((String) name, each)));
        else if (value instanceof List<?> list) {
            json.append('[');
            for (Object each : list) {
                if (json.charAt(json.length() - 1) != '[') json.append(',');
                write(json, each);
            }
            json.append(']');
        } else if (value instanceof Word word) text(json, word.word());
        else if (value instanceof BigDecimal amount) text(json, amount.toPlainString());
        else text(json, value.toString());
    }

    private static void writeObject(StringBuilder json, Fields object) {
        json.append('{');
        int start = json.length();
        object.fields((name, value) -> {
            if (value == null) return;
            if (json.length() > start) json.append(',');
            text(json, name);
            json.append(':');
            write(json, value);
        });
        json.append('}');
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"' || next == '\\') json.append('\\').append(next);
            else if (next < ' ') json.append(String.format("\\u%04x", (int) next));
            else json.append(next);
        }
        json.append('"');
    }

    /**
     * The value that a JSON text says.
     *
     * @throws IllegalArgumentException for a text that is no JSON
     */
    static Object read(String json) {
        var reader = new Reader(json);
        Object value = reader.value();
        reader.blanks();
        if (reader.at < json.length()) throw reader.bad();
        return value;
    }

    /** An object that was read. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** An amount or a rate that was read, null where there is none; so do those that follow. */
    static BigDecimal amount(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    static LocalDate day(Object value) {
        return value == null ? null : LocalDate.parse((String) value);
    }

    static YearMonth month(Object value) {
        return value == null ? null : YearMonth.parse((String) value);
    }

    static String text(Object value) {
        return (String) value;
    }

    static Integer whole(Object value) {
        return value == null ? null : ((BigDecimal) value).intValueExact();
    }

    static Boolean flag(Object value) {
        return (Boolean) value;
    }

    /** What is made of each value of a list that was read, null where there is none. */
    static <T> List<T> list(Object value, Function<Object, T> made) {
        return value == null ? null : ((List<?>) value).stream().<T>map(made::apply).toList();
    }

    /** What is made of each value of a table that was read, null where there is none. */
    static <T> Map<String, T> map(Object value, Function<Object, T> made) {
        if (value == null) return null;
        Map<String, T> map = new LinkedHashMap<>();
        object(value).forEach((name, each) -> map.put(name, made.apply(each)));
        return Collections.unmodifiableMap(map);
    }

    /** The word of some that a value is. */
    static <W extends Enum<W> & Word> W word(Object value, W[] words) {
        if (value == null) return null;
        for (W each : words) if (each.word().equals(value)) return each;
        throw new IllegalArgumentException("no such word: " + value);
    }

    private static final class Reader {
        private final String json;
        private int at = 0;

        Reader(String json) {
            this.json = json;
        }

        Object value() {
            blanks();
            switch (at < json.length() ? json.charAt(at) : ' ') {
                case '{' -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    at++;
                    while (!ends('}', object.isEmpty())) {
                        blanks();
                        String name = string();
                        blanks();
                        take(":");
                        object.put(name, value());
                    }
                    return object;
                }
                case '[' -> {
                    List<Object> list = new ArrayList<>();
                    at++;
                    while (!ends(']', list.isEmpty())) list.add(value());
                    return list;
                }
                case '"' -> {
                    return string();
                }
                case 't' -> {
                    take("true");
                    return true;
                }
                case 'f' -> {
                    take("false");
                    return false;
                }
                case 'n' -> {
                    take("null");
                    return null;
                }
                default -> {
                    int start = at;
                    while (at < json.length() && "+-.0123456789eE".indexOf(json.charAt(at)) >= 0) at++;
                    try {
                        return new BigDecimal(json.substring(start, at));
                    } catch (NumberFormatException error) {
                        throw bad();
                    }
                }
            }
        }

        /** Takes the end of an object or list, or the comma before what follows. */
        private boolean ends(char end, boolean first) {
            blanks();
            boolean ended = at < json.length() && json.charAt(at) == end;
            if (ended) at++;
            else if (!first) take(",");
            return ended;
        }

        private String string() {
            take("\"");
            int start = at;
            while (at < json.length() && json.charAt(at) != '"' && json.charAt(at) != '\\') at++;
            var text = new StringBuilder().append(json, start, at);
            while (at < json.length() && json.charAt(at) != '"') {
                char next = json.charAt(at++);
                text.append(next == '\\' ? escaped() : next);
            }
            take("\"");
            return text.toString();
        }

        private char escaped() {
            char next = at < json.length() ? json.charAt(at++) : ' ';
            int simple = "\"\\/bfnrt".indexOf(next);
            if (simple >= 0) return "\"\\/\b\f\n\r\t".charAt(simple);
            if (next != 'u' || at + 4 > json.length()) throw bad();
            at += 4;
            try {
                return (char) Integer.parseInt(json.substring(at - 4, at), 16);
            } catch (NumberFormatException error) {
                throw bad();
            }
        }

        private void take(String word) {
            if (!json.startsWith(word, at)) throw bad();
            at += word.length();
        }

        private void blanks() {
            while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) at++;
        }

        private IllegalArgumentException bad() {
            return new IllegalArgumentException("no JSON at character " + (at + 1));
        }
    }
}
