import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * 保持一个 huimin run 子进程：送出 JSON 记录，按顺序收回 JSON 结果，不必等上一条。可由多个线程共用。
 * Keeps one huimin run child: JSON records go out and JSON answers come back in the same order, without waiting for each other.
 * Threads may share it.
 */
public final class HuiminClient implements AutoCloseable {
    /** How long {@link #close} waits. */
    Duration patience = Duration.ofSeconds(30);

    private final Process process;
    private final OutputStream records;
    private final ReentrantLock writing = new ReentrantLock();
    private final BlockingQueue<CompletableFuture<String>> pending;
    private final CountDownLatch allRead = new CountDownLatch(1);
    private volatile IOException failure;

    /**
     * @param command such as {@code List.of("node_modules/.bin/huimin", "run")}
     * @param most how many records may be on their way; {@link #send} waits while there are more
     */
    public HuiminClient(List<String> command, int most) throws IOException {
        pending = new ArrayBlockingQueue<>(most);
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        records = process.getOutputStream();
        var reader = new Thread(this::read, "huimin-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Sends one record; its answer follows, an {@code "ok":false} one included. The future fails only when the child is gone.
     * What is chained to it runs in the reading thread and must not block.
     *
     * @throws IllegalArgumentException for a record that is no line of UTF-8; nothing is sent
     */
    public CompletableFuture<String> send(String record) throws InterruptedException {
        ByteBuffer line = line(record);
        var answer = new CompletableFuture<String>();
        writing.lockInterruptibly();
        try {
            pending.put(answer);
            if (failure != null) {
                fail(failure);
                return answer;
            }
            records.write(line.array(), 0, line.limit());
            records.flush();
        } catch (IOException gone) {
            stop();
        } finally {
            writing.unlock();
        }
        return answer;
    }

    /** Waits, 30 s at most, for the answers that are on their way, and ends the child. What is unanswered then has failed. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (writing.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    records.close();
                } catch (IOException gone) {
                    stop();
                } finally {
                    writing.unlock();
                }
                allRead.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
        fail(new IOException("huimin was stopped before it had answered"));
    }

    private static ByteBuffer line(String record) {
        if (record.indexOf('\n') >= 0) throw new IllegalArgumentException("a record stands on one line");
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(record + "\n"));
        } catch (CharacterCodingException error) {
            throw new IllegalArgumentException("a record holds half of a surrogate pair", error);
        }
    }

    private void read() {
        try (var answers = process.inputReader(StandardCharsets.UTF_8)) {
            var line = new StringBuilder();
            for (int next = answers.read(); next >= 0; next = answers.read()) {
                if (next != '\n') {
                    line.append((char) next);
                    continue;
                }
                answered().complete(line.toString());
                line.setLength(0);
            }
        } catch (IOException error) {
            fail(error);
        } catch (RuntimeException error) {
            fail(new IOException("huimin cannot be read", error));
        } finally {
            stop();
            fail(new IOException("huimin has ended" + (process.isAlive() ? "" : " with status " + process.exitValue())));
            allRead.countDown();
        }
    }

    /** What the next line answers. */
    private CompletableFuture<String> answered() throws IOException {
        synchronized (pending) {
            if (failure != null) throw failure;
            if (pending.isEmpty()) throw new IOException("huimin has answered more than it was sent");
            return pending.remove();
        }
    }

    /** Fails the records that have no answer, and those that are still sent. Only the first reason counts. */
    private void fail(IOException reason) {
        var unanswered = new ArrayList<CompletableFuture<String>>();
        synchronized (pending) {
            if (failure == null) failure = reason;
            pending.drainTo(unanswered);
        }
        for (var answer : unanswered) answer.completeExceptionally(failure);
    }

    /** Lets a child that is ending end by itself, so that its exit status is its own. */
    private void stop() {
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
        kill();
    }

    /** A launcher such as npx has a child of its own. */
    private void kill() {
        if (process.isAlive()) process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
