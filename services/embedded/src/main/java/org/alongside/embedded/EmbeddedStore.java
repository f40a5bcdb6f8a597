package org.alongside.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A document store that speaks MongoDB's protocol, on disk, for evaluation only: one process, no replicas, no access
 * control. What it has acknowledged survives the end of the process at any moment; a power cut may take the last writes.
 */
public final class EmbeddedStore implements AutoCloseable {

    /** How documents are kept in the file; another number each time that changes. */
    private static final int FORMAT = 1;

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedStore(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param port on loopback, or 0 for a free one
     * @throws IllegalStateException when the file's documents are kept in a way that this version does not read
     */
    public static EmbeddedStore open(Path file, int port) {
        var data = data(file);
        var server = new MongoServer(new DurableBackend(data, data::commit));
        return new EmbeddedStore(server, bind(server, port));
    }

    static MVStore data(Path file) {
        var data = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0) // nor by itself when much has changed: that may be in the middle of a write
                .open();
        data.setVersionsToKeep(0); // nobody reads old versions, and kept ones make the file grow by megabytes a second
        data.setRetentionTime(0);
        if (data.getMapNames().isEmpty()) {
            data.setStoreVersion(FORMAT);
        } else if (data.getStoreVersion() != FORMAT) {
            data.closeImmediately();
            throw new IllegalStateException("The documents in " + file
                    + " were written by another version of Alongside, which this one cannot read. Start with another"
                    + " directory (--data DIR).");
        }
        return data;
    }

    private static InetSocketAddress bind(MongoServer server, int port) {
        var loopback = new InetSocketAddress("127.0.0.1", port);
        server.bind(loopback);
        return server.getLocalAddress();
    }

    /** Without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
