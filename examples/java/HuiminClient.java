import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

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
    private final int most;
    private final CountDownLatch allRead = new CountDownLatch(1);
    private volatile IOException failure;

    /**
     * @param command such as {@code List.of("node_modules/.bin/huimin", "run")}
     * @param most how many records may be on their way; {@link #send} waits while there are more
     */
    public HuiminClient(List<String> command, int most) throws IOException {
        this.most = most;
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
        return send(record, true);
    }

    /** Sends one typed record; its typed answer follows, as of {@link #send(String)}. */
    public <R> CompletableFuture<Answer<R>> send(RuleRecord<R> record) throws InterruptedException {
        return send(record.json()).thenApplyAsync(record::answer);
    }

    /**
     * Sends a record for each item and hands on the answers in order, as they come, each with its item. It holds those only that are on
     * their way, so that a batch may be of any length.
     *
     * @throws IOException when the child is gone; what was handed on is good
     * @throws IllegalArgumentException for a record that is no line of UTF-8; those before it are answered first
     */
    public <T> void batch(Iterator<T> items, Function<T, String> record, BiConsumer<T, String> answered)
            throws IOException, InterruptedException {
        var sent = new ArrayDeque<Sent<T>>();
        IllegalArgumentException unfit = null;
        while (unfit == null && items.hasNext()) {
            T item = items.next();
            try {
                sent.add(new Sent<>(item, send(record.apply(item), false)));
            } catch (IllegalArgumentException refused) {
                unfit = refused;
            }
            while (sent.size() >= most || !sent.isEmpty() && sent.peek().answer.isDone()) handOn(sent.remove(), answered);
        }
        while (!sent.isEmpty()) handOn(sent.remove(), answered);
        if (unfit != null) throw unfit;
    }

    private record Sent<T>(T item, CompletableFuture<String> answer) {}

    private <T> void handOn(Sent<T> sent, BiConsumer<T, String> answered) throws IOException, InterruptedException {
        String answer;
        try {
            if (!sent.answer.isDone()) flush();
            answer = sent.answer.get();
        } catch (ExecutionException gone) {
            throw new IOException(gone.getCause().getMessage(), gone.getCause());
        }
        answered.accept(sent.item, answer);
    }

    /** Hands the child what was kept back to go with more. */
    private void flush() throws InterruptedException {
        writing.lockInterruptibly();
        try {
            records.flush();
        } catch (IOException gone) {
            stop();
        } finally {
            writing.unlock();
        }
    }

    private CompletableFuture<String> send(String record, boolean atOnce) throws InterruptedException {
        ByteBuffer line = line(record);
        var answer = new CompletableFuture<String>();
        writing.lockInterruptibly();
        try {
            if (!pending.offer(answer)) {
                records.flush();
                pending.put(answer);
            }
            if (failure != null) {
                fail(failure);
                return answer;
            }
            records.write(line.array(), 0, line.limit());
            if (atOnce) records.flush();
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

    /** Whatever ends the reading, want of memory included: all that wait are told, as soon as that can be done. */
    private void read() {
        Throwable reason = null;
        try {
            readLines();
        } catch (Throwable error) {
            reason = error;
        }
        while (!ended(reason)) LockSupport.parkNanos(10_000_000);
    }

    /** Fails what is unanswered; false where even for that there is no memory now. */
    private boolean ended(Throwable reason) {
        try {
            if (reason instanceof IOException error) fail(error);
            else if (reason != null) fail(new IOException("huimin cannot be read: " + reason, reason));
            stop();
            fail(new IOException("huimin has ended" + (process.isAlive() ? "" : " with status " + process.exitValue())));
            allRead.countDown();
            return true;
        } catch (OutOfMemoryError none) {
            return false;
        }
    }

    private void readLines() throws IOException {
        var answers = process.getInputStream();
        var begun = new ByteArrayOutputStream();
        var chunk = new byte[65_536];
        for (int length = answers.read(chunk); length >= 0; length = answers.read(chunk)) {
            int start = 0;
            for (int at = 0; at < length; at++) {
                if (chunk[at] != '\n') continue;
                begun.write(chunk, start, at - start);
                // Made before its future leaves the queue: where there is no memory for it, that one fails with the others.
                String answer = begun.toString(StandardCharsets.UTF_8);
                answered().complete(answer);
                begun.reset();
                start = at + 1;
            }
            begun.write(chunk, start, length - start);
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
        synchronized (pending) {
            if (failure == null) failure = reason;
        }
        // One after the other and each again where memory wants, so that none is lost.
        for (var answer = pending.peek(); answer != null; answer = pending.peek()) {
            answer.completeExceptionally(failure);
            pending.remove(answer);
        }
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
