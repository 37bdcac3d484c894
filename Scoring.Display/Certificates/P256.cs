// Keys on P-256, also where the system makes none: Windows programs under wine have an ECDSA that refuses every key (docs/decisions/0006).
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;

namespace Scoring.Display.Certificates;

/// <summary>ECDSA keys as certificates and archives are signed with (R-H6): the system's own, or a library's where it has none. Both read
/// each other's keys and signatures.</summary>
public static class P256
{
    private static readonly Lazy<bool> OfTheSystem = new(Works);

    /// <summary>A fresh key.</summary>
    public static ECDsa New() => OfTheSystem.Value ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : Portable();

    /// <summary>To be filled from a file.</summary>
    public static ECDsa Empty() => OfTheSystem.Value ? ECDsa.Create() : Portable();

    /// <summary>Whatever the system can do: computed by BouncyCastle.</summary>
    public static ECDsa Portable() => new PortableKey();

    private static bool Works()
    {
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return true;
        }
        catch (Exception none) when (none is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private sealed class PortableKey : ECDsa
    {
        private const int Bytes = 32;

        private static readonly X9ECParameters P = CustomNamedCurves.GetByOid(X9ObjectIdentifiers.Prime256v1);
        private static readonly ECDomainParameters Domain = new(P);

        private ECPublicKeyParameters? known;
        private ECPrivateKeyParameters? own;

        public PortableKey() => (KeySizeValue, LegalKeySizesValue) = (Bytes * 8, [new KeySizes(Bytes * 8, Bytes * 8, 0)]);

        private ECPublicKeyParameters Public
        {
            get
            {
                if (known is null)
                {
                    GenerateKey(ECCurve.NamedCurves.nistP256); // a key nobody filled makes itself, as the system's do
                }

                return known!; // not null: made above
            }
        }

        public override void GenerateKey(ECCurve curve)
        {
            Refuse(curve);
            var maker = new ECKeyPairGenerator();
            maker.Init(new ECKeyGenerationParameters(Domain, new SecureRandom()));
            var pair = maker.GenerateKeyPair();
            (known, own) = ((ECPublicKeyParameters)pair.Public, (ECPrivateKeyParameters)pair.Private);
        }

        public override void ImportParameters(ECParameters parameters)
        {
            Refuse(parameters.Curve);
            parameters.Validate();
            try
            {
                var mine = parameters.D is null ? null : new ECPrivateKeyParameters(new BigInteger(1, parameters.D), Domain);
                var point = parameters.Q.X is { } x ? Domain.Curve.ValidatePoint(new BigInteger(1, x), new BigInteger(1, parameters.Q.Y))
                    : Domain.G.Multiply(mine!.D).Normalize(); // not null: parameters carry one of both
                (known, own) = (new(point, Domain), mine);
            }
            catch (ArgumentException wrong)
            {
                throw new CryptographicException("Not a key on P-256.", wrong);
            }
        }

        public override ECParameters ExportParameters(bool includePrivateParameters)
        {
            var point = Public.Q.Normalize();
            return new()
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = Fixed(point.AffineXCoord), Y = Fixed(point.AffineYCoord) },
                D = includePrivateParameters ? BigIntegers.AsUnsignedByteArray(Bytes, Private().D) : null,
            };
        }

        public override byte[] SignHash(byte[] hash)
        {
            var signer = new ECDsaSigner();
            _ = Public;
            signer.Init(forSigning: true, new ParametersWithRandom(Private(), new SecureRandom()));
            return [.. signer.GenerateSignature(hash).SelectMany(half => BigIntegers.AsUnsignedByteArray(Bytes, half))]; // r, s: IEEE P1363
        }

        public override bool VerifyHash(byte[] hash, byte[] signature)
        {
            if (signature.Length != 2 * Bytes)
            {
                return false;
            }

            var signer = new ECDsaSigner();
            signer.Init(forSigning: false, Public);
            return signer.VerifySignature(hash, new BigInteger(1, signature, 0, Bytes), new BigInteger(1, signature, Bytes, Bytes));
        }

        private ECPrivateKeyParameters Private() => own ?? throw new CryptographicException("A public key signs nothing.");

        private static byte[] Fixed(Org.BouncyCastle.Math.EC.ECFieldElement coordinate) => coordinate.GetEncoded();

        private static void Refuse(ECCurve curve)
        {
            if (!curve.IsNamed || curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                throw new CryptographicException("Certificates are signed on P-256 (R-H6).");
            }
        }
    }
}
