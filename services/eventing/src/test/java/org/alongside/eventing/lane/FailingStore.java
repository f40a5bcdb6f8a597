package org.alongside.eventing.lane;

import com.mongodb.MongoTimeoutException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.testing.FakeDocumentStore;

/** A store of which single operations on single collections fail until the test lets them; as a rule they time out. */
final class FailingStore {

    /** Such as {@code insert parked}. */
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    RuntimeException failure = new MongoTimeoutException("no server");

    final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** What somebody else is quick enough to do before an operation, once. */
    final Map<String, Runnable> before = new ConcurrentHashMap<>();

    DocumentStore store() {
        var fake = new FakeDocumentStore();
        return (DocumentStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DocumentStore.class}, (proxy, method, arguments) -> {
                    var operation = method.getName() + " " + arguments[0];
                    if (failing.contains(operation)) {
                        failed.add(operation);
                        throw failure;
                    }
                    var quicker = before.remove(operation);
                    if (quicker != null) {
                        quicker.run();
                    }
                    try {
                        return method.invoke(fake, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
