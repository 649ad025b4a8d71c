import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * 核定文件中的案件，逐条打印编号和应付金额。Assesses the claims of a file and prints each one's id and what is payable:
 *
 * <pre>javac -d build *.java
 * java -cp build AssessClaims claims.ndjson huimin run</pre>
 *
 * 每行一条 assessClaim 记录；别的规则的结果一律打印为 error。编号照 JSON 的写法打印，不带外面的引号。
 * A line of the file is a record of an assessClaim rule; the answer of any other rule is printed as an error. An id is printed as
 * JSON writes it, without the quotes around it.
 *
 * <p>Your system has a JSON library to read the answers with. This example has none: {@link #fields} splits an object that
 * {@code huimin} has written, without spaces, and checks nothing.
 */
public final class AssessClaims {
    public static void main(String[] arguments) throws Exception {
        Path claims = Path.of(arguments[0]);
        List<String> command = List.of(arguments).subList(1, arguments.length);

        List<CompletableFuture<String>> decisions = new ArrayList<>();
        try (var huimin = new HuiminClient(command, 1000)) {
            for (String claim : Files.readAllLines(claims)) decisions.add(huimin.send(claim));
        }
        for (var decision : decisions) System.out.println(summary(decision.get()));
    }

    private static String summary(String answer) {
        var outcome = fields(answer);
        String id = unquoted(outcome.getOrDefault("id", "?"));
        if (!"true".equals(outcome.get("ok"))) return id + " error " + answer;
        var claim = fields(outcome.get("value"));
        if (!claim.keySet().containsAll(List.of("cover", "eligibility", "payable"))) return id + " error " + answer;
        String payable = claim.get("payable");
        return id + " " + (payable.equals("null") ? "pending" : unquoted(payable));
    }

    /** The fields of a JSON object, their values as JSON; none of anything else. */
    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        if (!json.startsWith("{")) return fields;
        String name = null;
        int depth = 0;
        int start = 1;
        boolean quoted = false;
        for (int at = 0; at < json.length(); at++) {
            char next = json.charAt(at);
            if (next == '"') quoted = !quoted;
            if (quoted) {
                if (next == '\\') at++;
                continue;
            }
            if (next == '}' || next == ']') depth--;
            if (depth == 1 && next == ':') {
                name = unquoted(json.substring(start, at));
                start = at + 1;
            }
            if (name != null && (depth == 1 && next == ',' || depth == 0)) {
                fields.put(name, json.substring(start, at));
                start = at + 1;
            }
            if (next == '{' || next == '[') depth++;
        }
        return fields;
    }

    private static String unquoted(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
