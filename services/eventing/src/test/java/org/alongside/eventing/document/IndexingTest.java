package org.alongside.eventing.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.alongside.eventing.testing.TestSpace;
import org.junit.jupiter.api.Test;

class IndexingTest {

    record Thing() {}

    private static void start(RuntimeException failure) {
        var store = (DocumentStore) Proxy.newProxyInstance(
                IndexingTest.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> {
                    throw failure;
                });
        new TestSpace(store, Clock.systemUTC()).documents(Kind.of("things", "thing", Thing.class));
    }

    @Test
    void an_index_that_takes_longer_than_a_call_may_does_not_end_the_start() {
        assertThatCode(() -> start(
                        new MongoSocketReadTimeoutException("too long", new ServerAddress(), new RuntimeException())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_store_that_is_away_does() {
        assertThatThrownBy(() -> start(new MongoTimeoutException("no server")))
                .isInstanceOf(MongoTimeoutException.class);
    }
}
