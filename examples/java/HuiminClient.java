import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * 保持一个 huimin run 子进程：送出 JSON 记录，按顺序收回 JSON 结果，不必等上一条。可由多个线程共用。
 * Keeps one huimin run child: JSON records go out and JSON answers come back in the same order, without waiting for each other.
 * Threads may share it.
 */
public final class HuiminClient implements AutoCloseable {
    private final Process process;
    private final BufferedWriter records;
    private final BlockingQueue<CompletableFuture<String>> pending;
    private final Thread reader = new Thread(this::read, "huimin-answers");
    private volatile boolean ended;

    /**
     * @param command such as {@code List.of("huimin", "run")}
     * @param most how many records may be on their way; {@link #send} waits while there are more
     */
    public HuiminClient(List<String> command, int most) throws IOException {
        pending = new ArrayBlockingQueue<>(most);
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        records = process.outputWriter(StandardCharsets.UTF_8);
        reader.start();
    }

    /**
     * Sends one record; its answer follows, an {@code "ok":false} one included. The future fails only when the child is gone.
     * What is chained to it runs in the reading thread and must not block.
     */
    public synchronized CompletableFuture<String> send(String record) throws IOException, InterruptedException {
        if (record.indexOf('\n') >= 0) throw new IllegalArgumentException("a record stands on one line");
        var answer = new CompletableFuture<String>();
        pending.put(answer);
        if (ended) failPending();
        records.write(record);
        records.write('\n');
        records.flush();
        return answer;
    }

    /** Waits for the answers that are on their way and ends the child. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            records.close();
        }
        try {
            reader.join();
            process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) pending.remove().complete(line);
        } catch (IOException error) {
            System.err.println("huimin: " + error.getMessage());
        }
        ended = true;
        failPending();
    }

    private void failPending() {
        for (var answer = pending.poll(); answer != null; answer = pending.poll()) {
            answer.completeExceptionally(new IOException("huimin has ended"));
        }
    }
}
