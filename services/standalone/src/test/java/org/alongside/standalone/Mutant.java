package org.alongside.standalone;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.relay.Publisher;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a faulty store or publisher in the place of the real one, in the services that are named. */
final class Mutant {

    private Mutant() {}

    static ApplicationContextInitializer<GenericApplicationContext> publisher(
            String service, UnaryOperator<Publisher> fault) {
        return replacing(service, Publisher.class, fault);
    }

    /** The service reads what the faulty store has, and nothing that it wrote itself is kept at hand. */
    static ApplicationContextInitializer<GenericApplicationContext> store(
            String service, UnaryOperator<DocumentStore> fault) {
        var replacing = replacing(service, DocumentStore.class, fault);
        return context -> {
            if (service.equals(context.getEnvironment().getProperty("alongside.eventing.service"))) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("reads", Map.of("alongside.eventing.at-hand", 0)));
            }
            replacing.initialize(context);
        };
    }

    private static <T> ApplicationContextInitializer<GenericApplicationContext> replacing(
            String service, Class<T> what, UnaryOperator<T> fault) {
        return context -> {
            if (service.equals(context.getEnvironment().getProperty("alongside.eventing.service"))) {
                context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return what.isInstance(bean) ? fault.apply(what.cast(bean)) : bean;
                    }
                });
            }
        };
    }

    /** Passes everything on; a mutant overrides one method. */
    abstract static class Store implements DocumentStore {

        private final DocumentStore real;

        Store(DocumentStore real) {
            this.real = real;
        }

        @Override
        public @Nullable Document find(String collection, String id) {
            return real.find(collection, id);
        }

        @Override
        public List<Document> find(String collection, Document filter, Document sort, int limit) {
            return real.find(collection, filter, sort, limit);
        }

        @Override
        public List<String> ids(String collection, Document filter, int limit) {
            return real.ids(collection, filter, limit);
        }

        @Override
        public long count(String collection, Document filter) {
            return real.count(collection, filter);
        }

        @Override
        public boolean insert(String collection, Document document) {
            return real.insert(collection, document);
        }

        @Override
        public boolean update(String collection, Document filter, Bson update) {
            return real.update(collection, filter, update);
        }

        @Override
        public boolean delete(String collection, Document filter) {
            return real.delete(collection, filter);
        }
    }
}
