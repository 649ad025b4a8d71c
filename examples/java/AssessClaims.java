import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * 核定文件中的案件，逐条打印编号和应付金额。Assesses the claims of a file and prints each one's id and what is payable:
 *
 * <pre>javac -d build *.java
 * java -cp build AssessClaims claims.ndjson npx huimin run</pre>
 *
 * Your system has a JSON library to read the answers with; this example has none and takes two fields by pattern.
 */
public final class AssessClaims {
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]*)\"");
    private static final Pattern PAYABLE = Pattern.compile("\"payable\":(?:\"([^\"]*)\"|null)");

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
        var id = ID.matcher(answer);
        var payable = PAYABLE.matcher(answer);
        String who = id.find() ? id.group(1) : "?";
        if (!payable.find()) return who + " error " + answer;
        return who + " " + (payable.group(1) == null ? "pending" : payable.group(1));
    }
}
