import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * 一条有类型的记录：规则、输入，以及可不写的编号、合同、解读和标签。由各项目的类生成，如 {@code Chongqing.assessClaim(claim)}。
 * A typed record: the rule, its input, and where they are wanted an id, a contract, readings and labels. Made by the programmes' classes, as
 * in {@code Chongqing.assessClaim(claim)}.
 *
 * @param <R> what the rule gives
 */
public record RuleRecord<R>(
        String rule, Json.Fields input, Function<Object, R> result, String id, String agreement, Map<String, String> readings, Map<String, String> labels)
        implements Json.Fields {

    RuleRecord(String rule, Json.Fields input, Function<Object, R> result) {
        this(rule, input, result, null, null, null, null);
    }

    /** 编号，随结果带回。The record's id, which its answer gives back. */
    public RuleRecord<R> id(String id) {
        return new RuleRecord<>(rule, input, result, id, agreement, readings, labels);
    }

    /** 合同编号：命令以 --agreement 读入的一份。The id of a contract that the command has read by --agreement. */
    public RuleRecord<R> agreement(String agreement) {
        return new RuleRecord<>(rule, input, result, id, agreement, readings, labels);
    }

    /** 条文解读。How the text is read where it can be read in several ways. */
    public RuleRecord<R> readings(Map<String, String> readings) {
        return new RuleRecord<>(rule, input, result, id, agreement, readings, labels);
    }

    /** 汇总用的标签。Labels to sum up by: area, insurer, month, category. */
    public RuleRecord<R> labels(Map<String, String> labels) {
        return new RuleRecord<>(rule, input, result, id, agreement, readings, labels);
    }

    /** 记录的 JSON，一行。The record as a line of JSON. */
    public String json() {
        return Json.write(this);
    }

    /** 把一行 JSON 答复读成有类型的答复。The answer that a line of JSON is. */
    public Answer<R> answer(String json) {
        return Answer.of(json, result);
    }

    @Override
    public void fields(BiConsumer<String, Object> field) {
        field.accept("id", id);
        field.accept("rule", rule);
        field.accept("input", input);
        field.accept("agreement", agreement);
        field.accept("readings", readings);
        field.accept("labels", labels);
    }
}
