        private static void TrainHeadSteps<S, V>(ref float parameters, ref float arena, int batch, ulong seed, uint step, FiniteCheck? finite)
            where S : struct, ISimd<V> where V : struct
        {
            ref float inputRows = ref Unsafe.Add(ref arena, 0);   // [n,10] in rows of 16
            ref float targetRows = ref Unsafe.Add(ref arena, 256);   // [n,1]
            ref float sampleWeightsRows = ref Unsafe.Add(ref arena, 272);   // [n,1]
            ref float loss = ref Unsafe.Add(ref arena, 288);   // [1,1] in rows of 16
            ref float outputGradient = ref Unsafe.Add(ref arena, 128);   // [n,10] in rows of 16

            finite?.Input("input", ref inputRows, batch, 10, 16);
            finite?.Input("sample_weights", ref sampleWeightsRows, batch, 1, 1);
            Softmaxcrossentropy1_2<S, V>(x: ref inputRows, target: ref targetRows, sampleWeights: ref sampleWeightsRows, loss: ref loss, dy: ref outputGradient, scratch0: ref Unsafe.Add(ref arena, 304), batch: batch);
            finite?.Activation("softmaxcrossentropy1", ref loss, 1, 1, 16);
            finite?.Gradient("softmaxcrossentropy1", ref outputGradient, batch, 10, 16);
        }

        // ── softmaxcrossentropy1 ─────────────────────────────────────────────────
        // loss[1,1] = Σ((log(Σ(exp(x − max(x)))) + max(x) − Σ([column = target]·x))·sampleWeights) / n
        // dy[n,10] = [column = target]·(−t) + t / Σ(exp(x − max(x)))·exp(x − max(x)) where t = sampleWeights / n
        // 101 FLOP per sample
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal static void Softmaxcrossentropy1_2<S, V>(ref float x, ref float target, ref float sampleWeights, ref float loss, ref float dy, ref float scratch0, int batch)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                V samples = S.Splat(batch);
                double total0 = 0;
                for (nint row = 0; row < batch; row++)
                {
                    V targetAt = S.BroadcastInt32(in target, row);
                    V sampleWeightsAt = S.Broadcast(in sampleWeights, row);
                    V value1 = S.Multiply(sampleWeightsAt, S.Divide(S.Splat(1f), samples));
                    V value2 = S.Negate(value1);
                    V max3 = S.Splat(float.NegativeInfinity);
                    V sum4 = S.Zero;
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v5 = S.Load(in x, row * 16 + column);
                        max3 = S.Max(max3, S.KeepFirst(v5, 10 - (int)column, S.Splat(float.NegativeInfinity)));
                        sum4 = S.Add(sum4, S.KeepFirst(S.SelectEqual(S.Index((int)column), targetAt, v5, S.Zero), 10 - (int)column, S.Zero));
                    }
                    max3 = S.Splat(S.MaxAcross(max3));
                    sum4 = S.Splat(S.Sum(sum4));
                    V sum6 = S.Zero;
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v7 = S.Load(in x, row * 16 + column);
                        V t8 = global::StaticNet.Numerics.VectorMath.Exp<S, V>(S.Subtract(v7, max3));
                        sum6 = S.Add(sum6, S.KeepFirst(t8, 10 - (int)column, S.Zero));
                        S.Store(t8, ref scratch0, column);
                    }
                    sum6 = S.Splat(S.Sum(sum6));
                    V t9 = S.Subtract(S.Add(global::StaticNet.Numerics.VectorMath.Log<S, V>(sum6), max3), sum4);
                    V value10 = S.Multiply(t9, sampleWeightsAt);
                    V value11 = S.Divide(value1, sum6);
                    total0 += S.First(value10);
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v12 = S.Load(in scratch0, column);
                        S.Store(S.KeepFirst(S.FusedMultiplyAdd(value11, v12, S.SelectEqual(S.Index((int)column), targetAt, value2, S.Zero)), 10 - (int)column, S.Zero), ref dy, row * 16 + column);
                    }
                }
                V total0All = S.Splat((float)total0);
                V value13 = S.Multiply(total0All, S.Divide(S.Splat(1f), samples));
                for (nint lane = 0; lane < 16; lane += S.Width)
                    S.Store(S.KeepFirst(value13, 1 - (int)lane, S.Zero), ref loss, lane);
            }
        }
