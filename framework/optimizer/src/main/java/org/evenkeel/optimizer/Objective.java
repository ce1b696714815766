package org.evenkeel.optimizer;

/**
 * What is minimised of weights w: risk · ½w′Σw − reward · μ′w + square · Σw² + cost · Σ|w − present|.
 *
 * @param risk the weight of half the variance
 * @param reward the weight of the expected return
 * @param square the weight of the weights' squares
 * @param cost the weight of the turnover
 */
record Objective(double risk, double reward, double square, double cost) {}
