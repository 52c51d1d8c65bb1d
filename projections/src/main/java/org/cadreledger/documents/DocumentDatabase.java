package org.cadreledger.documents;

import com.mongodb.client.MongoDatabase;

/** Where documents are kept; so that nobody but this package has to know the driver. */
public record DocumentDatabase(MongoDatabase database) {}
