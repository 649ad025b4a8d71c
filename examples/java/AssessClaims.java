import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * 核定文件中的案件，逐条打印编号和应付金额。Assesses the claims of a file and prints each one's id and what is payable:
 *
 * <pre>javac -d build *.java
 * java -cp build AssessClaims claims.ndjson huimin run</pre>
 *
 * 每行一条 assessClaim 记录；别的规则的结果一律打印为 error。编号照 JSON 的写法打印，不带外面的引号。一个文件可有任意多条：记录和结果都不留在内存里。
 * A line of the file is a record of an assessClaim rule; the answer of any other rule is printed as an error. An id is printed as
 * JSON writes it, without the quotes around it. A file may have any number of them: neither records nor answers stay in memory.
 */
public final class AssessClaims {
    public static void main(String[] arguments) throws Exception {
        Path claims = Path.of(arguments[0]);
        List<String> command = List.of(arguments).subList(1, arguments.length);

        try (var huimin = new HuiminClient(command, 1000);
                var records = Files.lines(claims);
                var out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
            huimin.batch(records.iterator(), Function.identity(), (record, answer) -> out.println(summary(answer)));
        } catch (IOException gone) {
            System.err.println(gone.getMessage());
            System.exit(1);
        }
    }

    private static String summary(String answer) {
        var outcome = Json.object(Json.read(answer));
        String written = Json.write(outcome.getOrDefault("id", "?"));
        String id = written.replaceAll("^\"|\"$", "");
        if (!(outcome.get("value") instanceof Map<?, ?> claim)) return id + " error " + answer;
        if (!claim.keySet().containsAll(List.of("cover", "eligibility", "payable"))) return id + " error " + answer;
        return id + " " + (claim.get("payable") == null ? "pending" : claim.get("payable"));
    }
}
