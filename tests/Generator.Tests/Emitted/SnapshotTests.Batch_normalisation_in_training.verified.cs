        private static void TrainForwardSteps<S, V>(ref float parameters, ref float arena, int batch, ulong seed, uint step, FiniteCheck? finite)
            where S : struct, ISimd<V> where V : struct
        {
            ref float inputRows = ref Unsafe.Add(ref arena, 0);   // [n,4] in rows of 16
            ref float batchnorm1RunningMean = ref Unsafe.Add(ref parameters, 112);   // [1,4] in rows of 16
            ref float batchnorm1RunningVar = ref Unsafe.Add(ref parameters, 128);   // [1,4] in rows of 16
            ref float batchnorm1Weight = ref Unsafe.Add(ref parameters, 0);   // [1,4] in rows of 16
            ref float batchnorm1Bias = ref Unsafe.Add(ref parameters, 16);   // [1,4] in rows of 16
            ref float batchnorm1 = ref Unsafe.Add(ref arena, 528);   // [1,4] in rows of 16
            ref float batchnorm1RunningMeanNext = ref Unsafe.Add(ref arena, 544);   // [1,4] in rows of 16
            ref float batchnorm1RunningVarNext = ref Unsafe.Add(ref arena, 560);   // [1,4] in rows of 16
            ref float batchnorm1_2 = ref Unsafe.Add(ref arena, 576);   // [1,4] in rows of 16
            ref float tanh1 = ref Unsafe.Add(ref arena, 256);   // [n,4] in rows of 16
            ref float dense1Weight = ref Unsafe.Add(ref parameters, 32);   // [4,2] in rows of 16
            ref float dense1Bias = ref Unsafe.Add(ref parameters, 96);   // [1,2] in rows of 16
            ref float dense1 = ref Unsafe.Add(ref arena, 384);   // [n,2] in rows of 16

            finite?.Input("input", ref inputRows, batch, 4, 16);
            Batchnorm1Tanh1_3<S, V>(x: ref inputRows, runningMean: ref batchnorm1RunningMean, runningVar: ref batchnorm1RunningVar, weight: ref batchnorm1Weight, bias: ref batchnorm1Bias, y: ref batchnorm1, y2: ref batchnorm1RunningMeanNext, y3: ref batchnorm1RunningVarNext, y4: ref batchnorm1_2, y5: ref tanh1, batch: batch);
            finite?.Activation("batchnorm1, tanh1", ref batchnorm1, 1, 4, 16);
            finite?.Activation("batchnorm1, tanh1", ref batchnorm1RunningMeanNext, 1, 4, 16);
            finite?.Activation("batchnorm1, tanh1", ref batchnorm1RunningVarNext, 1, 4, 16);
            finite?.Activation("batchnorm1, tanh1", ref batchnorm1_2, 1, 4, 16);
            finite?.Activation("batchnorm1, tanh1", ref tanh1, batch, 4, 16, kind: "Tanh");
            Dense1<S, V>(x: ref tanh1, weight: ref dense1Weight, bias: ref dense1Bias, y: ref dense1, batch: batch);
            finite?.Activation("dense1", ref dense1, batch, 2, 16);
        }

        // ── batchnorm1, tanh1 ────────────────────────────────────────────────────
        // y[4] = bias − runningMean / √(runningVar + 1e-05)·weight
        // y2[4] = 1 / √(runningVar + 1e-05)·weight
        // 28 FLOP per sample
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal static void Batchnorm1Tanh1<S, V>(ref float runningVar, ref float bias, ref float runningMean, ref float weight, ref float y, ref float y2, int batch)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                for (nint column = 0; column < 16; column += S.Width)
                {
                    V v0 = S.Load(in bias, column);
                    V v1 = S.Load(in runningMean, column);
                    V v2 = S.Load(in runningVar, column);
                    V v3 = S.Load(in weight, column);
                    V t4 = S.Divide(S.Splat(1f), S.Sqrt(S.Add(v2, S.Splat(1e-05f))));
                    S.Store(S.KeepFirst(S.FusedMultiplyAdd(S.Negate(S.Multiply(v1, t4)), v3, v0), 4 - (int)column, S.Zero), ref y, column);
                    S.Store(S.KeepFirst(S.Multiply(t4, v3), 4 - (int)column, S.Zero), ref y2, column);
                }
            }
        }

        private static void TrainHeadSteps<S, V>(ref float parameters, ref float arena, int batch, ulong seed, uint step, FiniteCheck? finite)
            where S : struct, ISimd<V> where V : struct
        {
            ref float dense1 = ref Unsafe.Add(ref arena, 384);   // [n,2] in rows of 16
            ref float targetRows = ref Unsafe.Add(ref arena, 128);   // [n,2] in rows of 16
            ref float sampleWeightsRows = ref Unsafe.Add(ref arena, 512);   // [n,1]
            ref float loss = ref Unsafe.Add(ref arena, 592);   // [1,1] in rows of 16
            ref float outputGradient = ref Unsafe.Add(ref arena, 128);   // [n,2] in rows of 16

            finite?.Input("target", ref targetRows, batch, 2, 16);
            finite?.Input("sample_weights", ref sampleWeightsRows, batch, 1, 1);
            Meansquarederror1<S, V>(x: ref dense1, target: ref targetRows, sampleWeights: ref sampleWeightsRows, loss: ref loss, dy: ref outputGradient, batch: batch);
            finite?.Activation("meansquarederror1", ref loss, 1, 1, 16);
            finite?.Gradient("meansquarederror1", ref outputGradient, batch, 2, 16);
        }

        private static void TrainBackwardSteps<S, V>(ref float parameters, ref float gradients, ref float arena, int batch, bool accumulate, FiniteCheck? finite)
            where S : struct, ISimd<V> where V : struct
        {
            ref float outputGradient = ref Unsafe.Add(ref arena, 128);   // [n,2] in rows of 16
            ref float dense1BiasGradient = ref Unsafe.Add(ref gradients, 96);   // [1,2] in rows of 16
            ref float tanh1 = ref Unsafe.Add(ref arena, 256);   // [n,4] in rows of 16
            ref float dense1WeightGradient = ref Unsafe.Add(ref gradients, 32);   // [4,2] in rows of 16
            ref float dense1Weight = ref Unsafe.Add(ref parameters, 32);   // [4,2] in rows of 16
            ref float tanh1Gradient = ref Unsafe.Add(ref arena, 256);   // [n,4] in rows of 16
            ref float inputRows = ref Unsafe.Add(ref arena, 0);   // [n,4] in rows of 16
            ref float batchnorm1 = ref Unsafe.Add(ref arena, 528);   // [1,4] in rows of 16
            ref float batchnorm1_2 = ref Unsafe.Add(ref arena, 576);   // [1,4] in rows of 16
            ref float batchnorm1BiasGradient = ref Unsafe.Add(ref gradients, 16);   // [1,4] in rows of 16
            ref float batchnorm1WeightGradient = ref Unsafe.Add(ref gradients, 0);   // [1,4] in rows of 16

            finite?.Input("output_gradient", ref outputGradient, batch, 2, 16);
            Dense1Gradient<S, V>(dy: ref outputGradient, dBias: ref dense1BiasGradient, batch: batch, accumulate: accumulate);
            finite?.ParameterGradient("dense1.bias", ref dense1BiasGradient, 1, 2, 16);
            Dense1WeightGradient<S, V>(dy: ref outputGradient, x: ref tanh1, dWeight: ref dense1WeightGradient, batch: batch, accumulate: accumulate);
            finite?.ParameterGradient("dense1.weight", ref dense1WeightGradient, 4, 2, 16);
            Dense1Tanh1InputGradient<S, V>(dy: ref outputGradient, weight: ref dense1Weight, x: ref tanh1, dx: ref tanh1Gradient, batch: batch);
            finite?.Gradient("dense1, tanh1", ref tanh1Gradient, batch, 4, 16);
            Batchnorm1Gradient<S, V>(dy: ref tanh1Gradient, x: ref inputRows, x2: ref batchnorm1, x3: ref batchnorm1_2, dBias: ref batchnorm1BiasGradient, dWeight: ref batchnorm1WeightGradient, batch: batch, accumulate: accumulate);
            finite?.ParameterGradient("batchnorm1.bias", ref batchnorm1BiasGradient, 1, 4, 16);
            finite?.ParameterGradient("batchnorm1.weight", ref batchnorm1WeightGradient, 1, 4, 16);
        }
