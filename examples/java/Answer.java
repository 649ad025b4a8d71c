import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * 一条记录的答复：有结果 {@code value}，或有问题 {@code issues}。
 * The answer to a record: its value, or its issues.
 *
 * @param id the record's, null where it had none
 * @param value null where there are issues
 * @param issues empty where there is a value
 * @param receipt where the command was given --receipts: to be kept, as it stands
 */
public record Answer<R>(String id, R value, List<Issue> issues, Map<String, Object> receipt) {
    /** 一处问题：位置、代码、收到的内容、可能的本意，中英文说明。One problem: its place, code, what was received, what was probably meant, in words. */
    public record Issue(List<String> path, String code, String received, String meant, String zh, String en) {
        private static Issue of(Object json) {
            var issue = Json.object(json);
            var message = Json.object(issue.get("message"));
            return new Issue(
                    Json.list(issue.get("path"), Object::toString),
                    (String) issue.get("code"),
                    (String) issue.get("received"),
                    (String) issue.get("meant"),
                    (String) message.get("zh"),
                    (String) message.get("en"));
        }
    }

    public boolean ok() {
        return value != null;
    }

    static <R> Answer<R> of(String json, Function<Object, R> result) {
        var answer = Json.object(Json.read(json));
        String id = answer.get("id") == null ? null : answer.get("id").toString();
        if (!Boolean.TRUE.equals(answer.get("ok"))) {
            return new Answer<>(id, null, Json.list(Json.object(answer.get("error")).get("issues"), Issue::of), null);
        }
        return new Answer<>(id, result.apply(answer.get("value")), List.of(), Json.object(answer.get("receipt")));
    }
}
